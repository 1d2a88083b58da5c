package io.onhand.tenant;

/** Another transaction wrote the same new rows at the same moment. The scope does the whole work again, which then sees them. */
public final class MeanwhileWritten extends RuntimeException {
    public MeanwhileWritten() {
        super("Written by another transaction meanwhile", null, false, false);
    }
}

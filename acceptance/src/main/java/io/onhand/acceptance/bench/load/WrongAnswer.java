package io.onhand.acceptance.bench.load;

/** An answer that must not come. Its message is what answers of its kind are counted under. */
public final class WrongAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param kind status and code, or what is missing; the same for all answers of a kind */
    public WrongAnswer(String kind) {
        super(kind, null, false, false);
    }
}

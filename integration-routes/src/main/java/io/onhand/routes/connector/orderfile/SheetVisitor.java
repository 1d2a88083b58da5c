package io.onhand.routes.connector.orderfile;

/** Takes the rows of a file one after the other; readers know nothing of malls. */
interface SheetVisitor {
    /** A new sheet begins; answers whether its rows are wanted. */
    boolean sheet(String name);

    /** The next row of the sheet; answers whether more of this sheet is wanted. */
    boolean row(SheetRow row);

    /** The sheets so far are all that is wanted. */
    boolean isDone();

    /** Dates in this file count days from 1904 instead of 1900. */
    default void datesFrom1904() {}
}

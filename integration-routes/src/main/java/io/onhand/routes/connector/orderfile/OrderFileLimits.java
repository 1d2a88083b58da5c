package io.onhand.routes.connector.orderfile;

/** How much of a file is read. Beyond a limit the whole file is refused and nothing of it is kept. */
public final class OrderFileLimits {
    /** Largest file, in bytes as uploaded: 50 MB. */
    public static final int MAX_FILE_BYTES = 50_000_000;
    /** Largest file that is an HTML table under an Excel name, in bytes: such a page is held in memory as a tree. */
    public static final int MAX_HTML_BYTES = 10_000_000;
    /** Most rows below the header row. */
    public static final int MAX_ROWS = 200_000;
    /** Most columns. */
    public static final int MAX_COLUMNS = 300;
    /** Longest cell, in characters: Excel's own limit. */
    public static final int MAX_CELL_CHARS = 32_767;
    /** Most sheets that are searched for a header. */
    public static final int MAX_SHEETS = 20;
    /** Rows at the top of a sheet in which the header is looked for. */
    public static final int HEADER_SCAN_ROWS = 10;
    /** Most text that is kept of one file, in characters; a text that repeats in its neighbourhood counts once. */
    public static final long MAX_TEXT_CHARS = 100_000_000L;
    /** Most entries in a workbook's archive. */
    static final int MAX_ZIP_ENTRIES = 1_000;
    /** Most bytes that one archive entry which is streamed may unpack to: 1 GB. */
    static final long MAX_STREAMED_ENTRY_BYTES = 1024L * 1024 * 1024;
    /** Most bytes that one archive entry which is held in memory (shared texts, styles) may unpack to: 256 MB. */
    static final long MAX_HELD_ENTRY_BYTES = 256L * 1024 * 1024;
    /** An entry that grows by more than this factor is a zip bomb; sheets of real exports grow by 10 to 60. */
    static final int MAX_INFLATION = 250;
    /** Entries up to this size, in bytes, may grow by any factor. */
    static final long INFLATION_GRACE_BYTES = 1024 * 1024;
    /** Most rounds of password hashing; Excel writes 100,000. */
    static final int MAX_PASSWORD_SPINS = 1_000_000;
    /** Longest identifier (order, line, listing), in characters. */
    static final int MAX_ID_CHARS = 200;

    private OrderFileLimits() {}
}

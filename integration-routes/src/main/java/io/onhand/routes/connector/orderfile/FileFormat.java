package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;

/** What a file really is, told by its first bytes and never by its name: malls call HTML tables and CSV files {@code .xls}. */
public enum FileFormat {
    /** Office Open XML workbook. */
    XLSX,
    /** Office Open XML workbook that asks for a password. */
    ENCRYPTED_XLSX,
    /** Excel 97 workbook (BIFF8). */
    XLS,
    /** A page with one or more tables. */
    HTML,
    /** Comma, tab or semicolon separated text. */
    CSV;

    private static final int LOOK_AT = 4096;

    /** The format whose rejected rows are written: only text stays text, everything else becomes a workbook. */
    public FileFormat forRejectedRows() {
        return this == CSV ? CSV : XLSX;
    }

    /** Tells the container apart; a password-protected workbook and a BIFF8 one share theirs and come out as {@link #XLS}. */
    static FileFormat sniff(byte[] bytes) {
        if (bytes.length == 0) {
            throw Refusal.invalid("file-empty", "file", "The file is empty.");
        }
        if (startsWith(bytes, 'P', 'K')) {
            return XLSX;
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return XLS;
        }
        if (TextEncoding.startsWithUtf16Mark(bytes)) {
            return CSV;
        }
        int start = TextEncoding.startsWithUtf8Mark(bytes) ? 3 : 0;
        for (int i = start; i < Math.min(bytes.length, LOOK_AT); i++) {
            if (bytes[i] == 0) {
                throw Refusal.invalid(
                        "format-not-supported",
                        "file",
                        "The file is neither a workbook (xlsx, xls) nor a table in text (csv).");
            }
        }
        while (start < bytes.length && Character.isWhitespace(bytes[start])) {
            start++;
        }
        if (start == bytes.length) {
            throw Refusal.invalid("file-empty", "file", "The file is empty.");
        }
        return bytes[start] == '<' ? HTML : CSV;
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}

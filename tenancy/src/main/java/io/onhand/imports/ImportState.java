package io.onhand.imports;

import java.util.Locale;

/** Where an import stands. */
public enum ImportState {
    /** Kept, waiting to be read. */
    UPLOADED,
    /** Its columns are not known; waits until a person says which is what. */
    UNRECOGNISED,
    /** Read; a person looks at what it would do. */
    PREVIEWED,
    /** Its orders are being accepted. */
    COMMITTING,
    /** Its orders are accepted. */
    COMMITTED,
    /** Its orders are being taken back. */
    UNDOING,
    /** Its orders are taken back. */
    UNDONE,
    /** The file could not be read. */
    FAILED;

    /** As columns, the API and translations call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

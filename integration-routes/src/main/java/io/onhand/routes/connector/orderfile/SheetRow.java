package io.onhand.routes.connector.orderfile;

import java.util.BitSet;
import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param number the row's number as Excel shows it, from 1
 * @param cells the texts in order, "" for an empty cell; nothing is trimmed
 * @param numeric which cells the file stores as numbers
 */
record SheetRow(int number, List<String> cells, BitSet numeric) {
    String text(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** The same row under another number, for files that give one number twice. */
    SheetRow numbered(int other) {
        return new SheetRow(other, cells, numeric);
    }

    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}

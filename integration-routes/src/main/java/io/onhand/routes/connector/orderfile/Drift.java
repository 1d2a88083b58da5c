package io.onhand.routes.connector.orderfile;

import java.util.List;

/**
 * How a file's columns differ from what the mall's file is known to have. Nothing is guessed from it: a new column is not
 * read, a missing one leaves its field empty.
 *
 * @param newColumns headers that the template does not know, as in the file
 * @param missingColumns headers that the template reads and the file does not have; none of them is required
 */
public record Drift(List<String> newColumns, List<String> missingColumns) {
    public Drift {
        newColumns = List.copyOf(newColumns);
        missingColumns = List.copyOf(missingColumns);
    }

    /** Whether the file is as expected. */
    public boolean isNone() {
        return newColumns.isEmpty() && missingColumns.isEmpty();
    }
}

package io.onhand.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An import as people see it. {@code readRows = newRows + duplicateRows + changedRows + rejectedRows}.
 *
 * @param doneOrders orders that the running commit or undo has worked off, of {@code totalOrders}
 * @param effects what the new orders take, by SKU; empty until the file was read
 * @param errorCode why the file could not be read, or null
 * @param hasRejectedFile whether the rejected rows can be had as a file
 */
public record ImportRun(
        UUID id,
        UUID channelId,
        String channelName,
        String fileName,
        int sizeBytes,
        String template,
        ImportState state,
        ReadFile.Drift drift,
        List<Effect> effects,
        int readRows,
        int newRows,
        int duplicateRows,
        int changedRows,
        int rejectedRows,
        int doneOrders,
        int totalOrders,
        String errorCode,
        String errorMessage,
        Map<String, Object> errorDetails,
        boolean hasRejectedFile,
        Instant createdAt,
        String createdBy,
        Instant finishedAt) {

    /**
     * What the new orders want of one SKU.
     *
     * @param sku its code; null for listings that wait to be linked
     * @param units that the new orders want
     * @param available units that the channel could sell when the file was read
     */
    public record Effect(String sku, String name, int units, int available) {}

    /** A row of the file and what becomes of it; {@code outcome} is new, duplicate, changed or rejected. */
    public record RowView(
            int number,
            List<String> cells,
            String externalId,
            String outcome,
            String code,
            String column,
            String message) {}
}

package io.onhand.api.imports;

import io.onhand.imports.ImportRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import. {@code readRows = newRows + duplicateRows + changedRows + rejectedRows}. */
@Schema(name = "Import")
record ImportJson(
        UUID id,
        UUID channelId,
        @Schema(example = "SmartStore") String channelName,
        @Schema(example = "orders.xlsx") String fileName,
        int sizeBytes,

        @Schema(
                example = "previewed",
                description =
                        "uploaded (being read), unrecognised (say which column is what), previewed, committing, committed, undoing, undone or failed (see error).")
        String state,

        @Schema(description = "Which layout was recognised.")
        String template,

        @Schema(description = "How the header differs from the known layout.")
        Drift drift,

        @Schema(description = "What the new orders take, by SKU.")
        List<Effect> effects,

        int readRows,
        int newRows,
        int duplicateRows,
        int changedRows,
        int rejectedRows,

        @Schema(description = "Orders that the running commit or undo has worked off.")
        int doneOrders,

        int totalOrders,

        @Schema(description = "Why the file could not be read.")
        Failure error,

        @Schema(description = "Whether the rejected rows can be had as a file.")
        boolean rejectedFile,

        Instant createdAt,
        @Schema(example = "client:demo-partner") String createdBy,
        Instant finishedAt) {

    /** A changed header. */
    @Schema(name = "ImportDrift")
    record Drift(
            @Schema(description = "Columns that the layout does not know.")
            List<String> unknown,

            @Schema(description = "Columns that the layout knows and could do without.")
            List<String> missing) {}

    /** What the new orders want of one SKU. */
    @Schema(name = "ImportEffect")
    record Effect(
            @Schema(example = "MUG-BLK", description = "Absent for listings that wait to be linked.")
            String sku,

            String name,

            @Schema(description = "Units that the new orders want.")
            int units,

            @Schema(description = "Units that the channel could sell when the file was read.")
            int available) {}

    /** Why a file could not be read. */
    @Schema(name = "ImportFailure")
    record Failure(@Schema(example = "wrong-password") String code, String detail, Map<String, Object> values) {}

    static ImportJson of(ImportRun run) {
        return new ImportJson(
                run.id(),
                run.channelId(),
                run.channelName(),
                run.fileName(),
                run.sizeBytes(),
                run.state().code(),
                run.template(),
                run.drift() == null
                        ? null
                        : new Drift(run.drift().unknown(), run.drift().missing()),
                run.effects().stream()
                        .map(effect -> new Effect(effect.sku(), effect.name(), effect.units(), effect.available()))
                        .toList(),
                run.readRows(),
                run.newRows(),
                run.duplicateRows(),
                run.changedRows(),
                run.rejectedRows(),
                run.doneOrders(),
                run.totalOrders(),
                run.errorCode() == null ? null : new Failure(run.errorCode(), run.errorMessage(), run.errorDetails()),
                run.hasRejectedFile(),
                run.createdAt(),
                run.createdBy(),
                run.finishedAt());
    }
}

package io.onhand.api.stock;

import io.onhand.stock.StockSearch;
import io.onhand.tenant.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Rows of the ledger, the newest first. */
@Schema(name = "MovementPage")
record MovementPage(
        List<Movement> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {

    /** Units that went from one place to another. */
    @Schema(name = "Movement")
    record Movement(
            UUID id,
            Instant recordedAt,
            Instant occurredAt,

            @Schema(example = "SEOUL", description = "Code of a location; virtual ones start with @.")
            String from,

            @Schema(example = "@adjustment") String to,
            int quantity,
            @Schema(example = "damaged") String reason,
            @Schema(example = "adjustment") String cause,
            String note,
            @Schema(example = "client:demo-partner") String actor) {}

    static MovementPage of(Page<StockSearch.MovementRow> page) {
        return new MovementPage(
                page.items().stream()
                        .map(row -> new Movement(
                                row.id(),
                                row.recordedAt(),
                                row.occurredAt(),
                                row.from(),
                                row.to(),
                                row.quantity(),
                                row.reason(),
                                row.causeKind(),
                                row.note(),
                                row.actor()))
                        .toList(),
                page.next());
    }
}

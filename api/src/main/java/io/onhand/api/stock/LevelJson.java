package io.onhand.api.stock;

import io.onhand.stock.StockSearch;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The units of a SKU at one location. */
@Schema(name = "Level")
record LevelJson(
        @Schema(example = "MUG-BLK") String sku,
        @Schema(example = "SEOUL") String location,
        int onHand,
        @Schema(description = "Units that orders hold.") int reserved,

        @Schema(description = "Units that are kept out of sale.")
        int safetyStock,

        @Schema(description = "On hand less reserved less safety stock, never below 0.")
        int free,

        @Schema(description = "Promised units that are missing.")
        int shortfall,

        @Schema(description = "The moment that the last count spoke of.")
        Instant asOf,

        @Schema(description = "Rises with each change.") long version) {

    static LevelJson of(StockSearch.LevelRow level) {
        return new LevelJson(
                level.sku(),
                level.location(),
                level.onHand(),
                level.reserved(),
                level.safetyStock(),
                level.free(),
                level.shortfall(),
                level.asOf(),
                level.version());
    }
}

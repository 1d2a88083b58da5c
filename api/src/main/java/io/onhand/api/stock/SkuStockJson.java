package io.onhand.api.stock;

import io.onhand.stock.StockSearch;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The units of a SKU over its locations. */
@Schema(name = "SkuStock")
record SkuStockJson(
        @Schema(example = "MUG-BLK") String sku,
        @Schema(example = "Black mug") String name,
        @Schema(example = "ea") String unit,

        @Schema(description = "A bundle has no levels; free is what its components can make.")
        boolean bundle,

        int onHand,
        int reserved,
        int safetyStock,
        int free,
        int shortfall,

        @Schema(description = "In the order of the locations' codes.")
        List<LevelJson> levels) {

    static SkuStockJson of(StockSearch.StockRow row, List<StockSearch.LevelRow> levels) {
        return new SkuStockJson(
                row.code(),
                row.name(),
                row.unit(),
                row.bundle(),
                row.onHand(),
                row.reserved(),
                row.safetyStock(),
                row.free(),
                row.shortfall(),
                levels.stream().map(LevelJson::of).toList());
    }
}

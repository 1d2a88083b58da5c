package io.onhand.api.stock;

import io.onhand.stock.StockSearch;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The levels of one SKU, in the order of the locations' codes; none where nothing ever was. */
@Schema(name = "LevelList")
record LevelList(List<LevelJson> items) {
    static LevelList of(List<StockSearch.LevelRow> levels) {
        return new LevelList(levels.stream().map(LevelJson::of).toList());
    }
}

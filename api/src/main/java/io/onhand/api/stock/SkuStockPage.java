package io.onhand.api.stock;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** SKUs with their units, in the order of their codes. */
@Schema(name = "SkuStockPage")
record SkuStockPage(
        List<SkuStockJson> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {}

package io.onhand.api.skus;

import io.onhand.api.http.Pages;
import io.onhand.catalog.Sku;
import io.onhand.tenant.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** SKUs in the order of their codes. */
@Schema(name = "SkuPage")
record SkuPage(
        List<SkuJson> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {
    static SkuPage of(Page<Sku> page) {
        return new SkuPage(page.items().stream().map(SkuJson::of).toList(), Pages.next(page));
    }
}

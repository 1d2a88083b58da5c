package io.onhand.api.orders;

import io.onhand.order.OrderSearch;
import io.onhand.tenant.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Orders, the newest first. */
@Schema(name = "OrderPage")
record OrderPage(
        List<OrderHeadJson> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {
    static OrderPage of(Page<OrderSearch.Head> page) {
        return new OrderPage(page.items().stream().map(OrderHeadJson::of).toList(), page.next());
    }
}

package io.onhand.api.listings;

import io.onhand.channel.Listing;
import io.onhand.tenant.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Listings, newest first. */
@Schema(name = "ListingPage")
record ListingPage(
        List<ListingJson> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {
    static ListingPage of(Page<Listing> page) {
        return new ListingPage(page.items().stream().map(ListingJson::of).toList(), page.next());
    }
}

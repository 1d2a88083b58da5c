package io.onhand.api.locations;

import io.onhand.api.http.Pages;
import io.onhand.location.Location;
import io.onhand.tenant.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Locations in the order of their codes. */
@Schema(name = "LocationPage")
record LocationPage(
        List<LocationJson> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {
    static LocationPage of(Page<Location> page) {
        return new LocationPage(page.items().stream().map(LocationJson::of).toList(), Pages.next(page));
    }
}

package io.onhand.api.parked;

import io.onhand.relay.ParkedMessages.Parked;
import io.onhand.tenant.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Parked messages, newest first. */
@Schema(name = "ParkedMessagePage")
record ParkedMessagePage(
        List<ParkedMessageJson> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {
    static ParkedMessagePage of(Page<Parked> page) {
        return new ParkedMessagePage(
                page.items().stream().map(ParkedMessageJson::of).toList(), page.next());
    }
}

package io.onhand.api.listings;

import io.onhand.api.http.Batch;
import io.onhand.refusal.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Listings of one channel, taken together or not at all. */
@Schema(name = "ListingBatch")
record ListingBatch(
        @NotNull UUID channelId,
        @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid ListingInput> listings) implements Batch {

    void refuseTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < listings.size(); i++) {
            if (!seen.add(listings.get(i).externalId())) {
                throw Refusal.invalid(
                        "listing-twice",
                        "listings[" + i + "].externalId",
                        listings.get(i).externalId() + " is named twice");
            }
        }
    }
}

package io.onhand.api.listings;

import io.onhand.channel.Listing;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A listing as it is. */
@Schema(name = "Listing")
record ListingJson(
        UUID id,
        UUID channelId,
        @Schema(example = "Mall 01") String channelName,
        @Schema(example = "SP-1001") String externalId,

        @Schema(example = "MUG-BLK", description = "The seller's code that the channel sent.")
        String sellerCode,

        @Schema(example = "Black mug") String title,

        @Schema(example = "linked", description = "linked, unmatched or ambiguous.")
        String state,

        @Schema(example = "MUG-BLK") String skuCode,

        @Schema(description = "What the channel was last told.")
        Integer toldQuantity,

        Instant toldAt,

        @Schema(description = "Since when the channel has not known the latest quantity; absent when it knows it.")
        Instant staleSince,

        @Schema(
                description =
                        "Why the channel did not take the latest quantity, in its words; empty when it said nothing of"
                                + " this listing.")
        String lastError,

        @Schema(description = "Rises with each change; the ETag.")
        long version,

        Instant createdAt) {

    static ListingJson of(Listing listing) {
        return new ListingJson(
                listing.id(),
                listing.channelId(),
                listing.channelName(),
                listing.externalId(),
                listing.sellerCode(),
                listing.title(),
                listing.state(),
                listing.skuCode(),
                listing.toldQuantity(),
                listing.toldAt(),
                listing.staleSince(),
                listing.lastError(),
                listing.version(),
                listing.createdAt());
    }
}

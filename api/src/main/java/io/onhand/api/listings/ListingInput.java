package io.onhand.api.listings;

import io.onhand.channel.Listings;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A listing as the merchant wants it. */
@Schema(name = "ListingInput")
record ListingInput(
        @Schema(example = "SP-1001", description = "The channel's own id of the listing.") @NotBlank @Size(max = 200)
        String externalId,

        @Schema(example = "MUG-BLK") @NotBlank @Size(max = 100)
        String skuCode,

        @Schema(example = "Black mug") @Size(max = 500) String title) {
    Listings.Draft draft() {
        return new Listings.Draft(externalId, skuCode, title);
    }
}

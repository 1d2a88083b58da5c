package io.onhand.api.listings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a batch of listings. */
@Schema(name = "ListingBatchResult")
record ListingBatchResult(
        @Schema(description = "Listings that are linked as wanted now.")
        int linked) {}

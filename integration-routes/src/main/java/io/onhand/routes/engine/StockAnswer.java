package io.onhand.routes.engine;

import java.util.List;

/** What the channel said of each listing of a {@link StockCall}; a listing without a result counts as not told. */
public record StockAnswer(List<Result> results) {
    public StockAnswer {
        results = List.copyOf(results);
    }

    /** What became of one listing. */
    public enum Outcome {
        /** The channel sells this quantity from now on. */
        TAKEN,
        /** It did not take it this time. */
        AGAIN_LATER,
        /** It will not take it until somebody changes something (no such listing, not for sale). */
        REFUSED
    }

    /**
     * One listing.
     *
     * @param listingId the channel's own id
     * @param words why not, in the channel's words; null when taken
     */
    public record Result(String listingId, Outcome outcome, String words) {}
}

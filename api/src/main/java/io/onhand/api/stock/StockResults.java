package io.onhand.api.stock;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a batch, item by item in the order of the request. The four counts add up to the items. */
@Schema(name = "StockResults")
record StockResults(int applied, int unchanged, int duplicate, int refused, List<StockResultJson> results) {
    static StockResults of(List<StockResultJson> results) {
        return new StockResults(
                count(results, "applied"),
                count(results, "unchanged"),
                count(results, "duplicate"),
                count(results, "refused"),
                results);
    }

    private static int count(List<StockResultJson> results, String outcome) {
        return (int) results.stream()
                .filter(result -> result.outcome().equals(outcome))
                .count();
    }
}

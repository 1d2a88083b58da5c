package io.onhand.api.orders;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a batch, order by order as in the request. The four counts add up to the orders. */
@Schema(name = "OrderResults")
record OrderResults(int created, int duplicate, int changed, int refused, List<OrderResultJson> results) {
    static OrderResults of(List<OrderResultJson> results) {
        return new OrderResults(
                count(results, "new"),
                count(results, "duplicate"),
                count(results, "changed"),
                count(results, "refused"),
                results);
    }

    private static int count(List<OrderResultJson> results, String outcome) {
        return (int) results.stream()
                .filter(result -> result.outcome().equals(outcome))
                .count();
    }
}

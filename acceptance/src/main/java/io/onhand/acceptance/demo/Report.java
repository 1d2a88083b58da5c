package io.onhand.acceptance.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import java.time.Duration;
import java.util.List;

/** Outcomes for programs, as JSON. Lags are in milliseconds; what is unknown is null. */
final class Report {
    private Report() {}

    static ObjectNode of(List<Outcome> outcomes) {
        ObjectNode report = Json.object().put("right", outcomes.stream().allMatch(Outcome::right));
        ArrayNode orders = report.putArray("orders");
        outcomes.forEach(outcome -> orders.add(of(outcome)));
        return report;
    }

    private static ObjectNode of(Outcome outcome) {
        ObjectNode order = Json.object()
                .put("by", outcome.way().word())
                .put("sku", outcome.sku())
                .put("number", outcome.number())
                .put("arrivedAt", outcome.arrivedAt().toString())
                .put("state", outcome.state().orElse(null))
                .put("right", outcome.right())
                .put("slowestMillis", outcome.slowest().map(Duration::toMillis).orElse(null));
        ArrayNode channels = order.putArray("channels");
        outcome.malls().forEach(mall -> channels.add(of(mall)));
        return order;
    }

    private static ObjectNode of(MallOutcome mall) {
        return Json.object()
                .put("name", mall.mall().name())
                .put("shop", mall.mall().shop().id())
                .put("listing", mall.mall().listing())
                .put("before", mall.before().orElse(null))
                .put("after", mall.after().orElse(null))
                .put("ours", mall.ours())
                .put("tookOrder", mall.tookOrder())
                .put("lagMillis", mall.lag().map(Duration::toMillis).orElse(null))
                .put("right", mall.right())
                .put("problem", mall.problem().orElse(null));
    }
}

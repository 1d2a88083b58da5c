package io.onhand.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.LongAdder;

/** What the requests of one shop's client came to. */
final class Counters {
    private final LongAdder requests = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder serverErrors = new LongAdder();
    private final LongAdder droppedConnections = new LongAdder();
    private final LongAdder stockItems = new LongAdder();

    void request() {
        requests.increment();
    }

    void answered(int status) {
        if (status == 429) {
            throttled.increment();
        } else if (status >= 500) {
            serverErrors.increment();
        }
    }

    void dropped() {
        droppedConnections.increment();
    }

    void stockItems(int count) {
        stockItems.add(count);
    }

    ObjectNode toJson() {
        return Json.object()
                .put("requests", requests.sum())
                .put("answered_429", throttled.sum())
                .put("answered_5xx", serverErrors.sum())
                .put("dropped_connections", droppedConnections.sum())
                .put("stock_items", stockItems.sum());
    }
}

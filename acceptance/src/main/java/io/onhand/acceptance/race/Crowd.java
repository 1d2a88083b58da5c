package io.onhand.acceptance.race;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Buyers that all order one unit, spread evenly over the channels, on many connections at the same time. */
final class Crowd {
    private final PartnerApi api;
    private final int connections;

    /** Calls nothing yet; {@code connections} is the number of requests that are under way at once. */
    Crowd(PartnerApi api, int connections) {
        this.api = api;
        this.connections = connections;
    }

    /** Lets so many buyers order, and returns how each was answered. */
    List<Reply> order(Course course, int buyers) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Reply>> pending = new ArrayList<>();
            for (int buyer = 0; buyer < buyers; buyer++) {
                Course.Lane lane = course.lanes().get(buyer % course.lanes().size());
                ObjectNode order = order(lane, course.sku() + "-" + buyer);
                Callable<Reply> task = () -> {
                    start.await();
                    return send(order);
                };
                pending.add(threads.submit(task));
            }
            start.countDown();
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : pending) {
                replies.add(reply.get());
            }
            return replies;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static ObjectNode order(Course.Lane lane, String number) {
        ObjectNode line = Json.object()
                .put("externalLineId", "1")
                .put("listingId", lane.listing())
                .put("quantity", 1)
                .put("unitPriceMinor", 1000);
        ObjectNode order = Json.object()
                .put("channelId", lane.channelId())
                .put("externalId", number)
                .put("placedAt", Instant.now().toString())
                .put("currency", "KRW");
        order.set("lines", Json.array(List.of(line)));
        return order;
    }

    private Reply send(ObjectNode order) {
        Instant start = Instant.now();
        try {
            Answer answer = api.post("/orders", order);
            Duration took = Duration.between(start, Instant.now());
            return answer.status() == 201
                    ? new Reply(
                            answer.json().path("state").asText(),
                            answer.json().path("id").asText(),
                            took)
                    : new Reply("status " + answer.status() + " " + answer.code(), "", took);
        } catch (UncheckedIOException e) {
            return new Reply("no answer", "", Duration.between(start, Instant.now()));
        }
    }
}

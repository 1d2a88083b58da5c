package io.onhand.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One webhook on its way, with the log of its attempts. */
final class Delivery {
    /** Where a delivery stands. */
    enum State {
        /** An attempt is under way or due. */
        PENDING,
        /** The receiver answered 2xx. */
        DELIVERED,
        /** All attempts failed, or the receiver answered 410. */
        FAILED,
        /** Swallowed on purpose by the fault webhook_drop. */
        DROPPED
    }

    /** One attempt: an HTTP status, or what went wrong instead of one. */
    private record Attempt(Instant at, Integer status, String error, long tookMs) {}

    /** Most attempts kept in the log of one delivery. */
    private static final int ATTEMPTS_KEPT = 50;

    private final String id;
    private final String webhookId;
    private final String type;
    private final String orderId;
    private final byte[] body;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.PENDING;
    private int failures;

    Delivery(String id, String webhookId, String type, String orderId, byte[] body) {
        this.id = id;
        this.webhookId = webhookId;
        this.type = type;
        this.orderId = orderId;
        this.body = body;
    }

    String id() {
        return id;
    }

    String webhookId() {
        return webhookId;
    }

    byte[] body() {
        return body;
    }

    synchronized State state() {
        return state;
    }

    synchronized void state(State now) {
        state = now;
    }

    /** Starts the count of failures anew. */
    synchronized void again() {
        state = State.PENDING;
        failures = 0;
    }

    /** Notes an attempt; returns how many failed in a row. */
    synchronized int note(Instant at, Integer status, String error, long tookMs) {
        if (attempts.size() == ATTEMPTS_KEPT) {
            attempts.remove(0);
        }
        attempts.add(new Attempt(at, status, error, tookMs));
        boolean delivered = status != null && status / 100 == 2;
        if (delivered) {
            state = State.DELIVERED;
        } else {
            failures++;
        }
        return failures;
    }

    synchronized ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("webhook_id", webhookId)
                .put("type", type)
                .put("order_id", orderId)
                .put("state", Json.lower(state));
        json.set("attempts", Json.tree(attempts));
        return json;
    }
}

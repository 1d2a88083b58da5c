package io.onhand.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The webhooks of one shop: signed, retried with growing pauses, logged. */
final class Webhooks {
    /** Pauses before the second, third, … attempt, in milliseconds; after the last of them a delivery has failed. */
    private static final List<Long> PAUSES_MS =
            List.of(200L, 1_000L, 5_000L, 30_000L, 30_000L, 60_000L, 60_000L, 120_000L, 300_000L, 600_000L);

    /** Newest deliveries kept in the log. */
    private static final int LOG_LIMIT = 1_000;

    /** Most attempts of one shop under way at once; more wait for their turn. */
    private static final int IN_FLIGHT_LIMIT = 64;

    private static final int GONE = 410;

    private final String shop;
    private final Clock clock;
    private final Sender sender;
    private final Supplier<ShopSettings> settings;
    private final Supplier<Faults> faults;
    private final NavigableMap<Long, Delivery> log = new TreeMap<>();
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private long lastNumber;
    private int inFlight;

    Webhooks(String shop, Clock clock, Sender sender, Supplier<ShopSettings> settings, Supplier<Faults> faults) {
        this.shop = shop;
        this.clock = clock;
        this.sender = sender;
        this.settings = settings;
        this.faults = faults;
    }

    /** Tells the shop's receiver, if it has one, of {@code order}. */
    void send(String type, MarketOrder order) {
        if (settings.get().webhookUrl() == null) {
            return;
        }
        ObjectNode payload = Json.object()
                .put("type", type)
                .put("timestamp", order.updatedAt().toString());
        payload.set("data", Json.tree(order));
        byte[] body = Json.bytes(payload);
        String webhookId = "msg_" + UUID.randomUUID().toString().replace("-", "");
        Faults now = faults.get();
        for (int copy = 0; copy <= now.webhookDuplicate(); copy++) {
            Delivery delivery = enter(webhookId, type, order.id(), body);
            if (Faults.strikes(now.webhookDrop())) {
                delivery.state(Delivery.State.DROPPED);
            } else {
                sender.later(now.webhookWaitMs(), () -> start(delivery));
            }
        }
    }

    /** Sends a delivery again, with its own webhook id, whatever became of it. */
    ObjectNode replay(String id) {
        Delivery delivery = find(id);
        delivery.again();
        sender.later(0, () -> start(delivery));
        return delivery.toJson();
    }

    /** The log, newest first. */
    synchronized Page<ObjectNode> deliveries(String cursor, int limit) {
        String position = Page.position(cursor);
        long below = position.isEmpty() ? Long.MAX_VALUE : number(position);
        List<ObjectNode> items = new ArrayList<>();
        long last = 0;
        for (Map.Entry<Long, Delivery> entry :
                log.headMap(below, false).descendingMap().entrySet()) {
            if (items.size() == limit) {
                return new Page<>(items, Page.cursor(Long.toString(last)));
            }
            items.add(entry.getValue().toJson());
            last = entry.getKey();
        }
        return new Page<>(items, null);
    }

    /** How many deliveries of the log are in each state. */
    synchronized Map<Delivery.State, Integer> counts() {
        Map<Delivery.State, Integer> counts = new EnumMap<>(Delivery.State.class);
        for (Delivery.State state : Delivery.State.values()) {
            counts.put(state, 0);
        }
        log.values().forEach(delivery -> counts.merge(delivery.state(), 1, Integer::sum));
        return counts;
    }

    private synchronized Delivery enter(String webhookId, String type, String orderId, byte[] body) {
        long number = ++lastNumber;
        Delivery delivery = new Delivery(shop + "-" + number, webhookId, type, orderId, body);
        log.put(number, delivery);
        if (log.size() > LOG_LIMIT) {
            log.pollFirstEntry();
        }
        return delivery;
    }

    private synchronized Delivery find(String id) {
        Delivery delivery = log.get(number(id.substring(shop.length() + 1)));
        if (delivery == null) {
            throw ApiError.notFound("delivery_not_found", "No delivery " + id + " in the log of shop " + shop);
        }
        return delivery;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void start(Delivery delivery) {
        synchronized (this) {
            if (inFlight == IN_FLIGHT_LIMIT) {
                waiting.add(delivery);
                return;
            }
            inFlight++;
        }
        attempt(delivery);
    }

    private void attempt(Delivery delivery) {
        ShopSettings to = settings.get();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Signature signature = Signature.with(to.webhookSecret());
        if (Faults.strikes(faults.get().webhookBadSignature())) {
            signature = signature.spoiled();
        }
        long seconds = at.getEpochSecond();
        Map<String, String> headers = Map.of(
                "webhook-id", delivery.webhookId(),
                "webhook-timestamp", Long.toString(seconds),
                "webhook-signature", signature.sign(delivery.webhookId(), seconds, delivery.body()));
        sender.post(
                URI.create(to.webhookUrl()),
                headers,
                delivery.body(),
                (status, failure) -> ended(delivery, at, status, failure));
    }

    private void ended(Delivery delivery, Instant at, Integer status, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String error = cause == null ? null : cause.getClass().getSimpleName();
        int failures =
                delivery.note(at, status, error, Math.max(0, clock.instant().toEpochMilli() - at.toEpochMilli()));
        if (delivery.state() == Delivery.State.PENDING) {
            if (failures > PAUSES_MS.size() || (status != null && status == GONE)) {
                delivery.state(Delivery.State.FAILED);
            } else {
                sender.later(PAUSES_MS.get(failures - 1), () -> start(delivery));
            }
        }
        Delivery next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                inFlight--;
            }
        }
        if (next != null) {
            attempt(next);
        }
    }
}

package io.onhand.routes.connector.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.routes.engine.OrdersPage;
import io.onhand.routes.engine.UnreadableMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Cuts a page of orders into messages of the form that webhooks have. */
final class SandboxPages {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SandboxPages() {}

    /**
     * The page's orders; one that cannot be read becomes a message all the same, for a person to see.
     *
     * @param sentAt the marketplace's time of the answer, or null
     */
    static OrdersPage read(byte[] answer, SandboxCursor asked, Instant sentAt) {
        JsonNode page = parse(answer);
        if (!page.path("orders").isArray()) {
            throw new UnreadableMessage("orders", "must be a list");
        }
        List<OrdersPage.Message> messages = new ArrayList<>();
        SandboxCursor cursor = asked;
        for (JsonNode order : page.path("orders")) {
            Instant change = instant(order.path("updated_at"));
            cursor = change == null ? cursor : cursor.seen(change);
            messages.add(message(order, change));
        }
        String next = page.path("next_cursor").asText("");
        boolean more = !next.isEmpty();
        return new OrdersPage(messages, (more ? cursor.nextPage(next) : cursor.nextWindow(sentAt)).text(), more);
    }

    private static OrdersPage.Message message(JsonNode order, Instant change) {
        ObjectNode envelope = MAPPER.createObjectNode().put("type", "order.polled");
        envelope.set("data", order);
        byte[] payload = bytes(envelope);
        String id = order.path("id").asText("");
        String eventId = id.isEmpty() || id.length() > 150 || change == null
                ? "unreadable-" + UUID.nameUUIDFromBytes(payload)
                : id + "@" + change;
        return new OrdersPage.Message(eventId, payload);
    }

    private static Instant instant(JsonNode time) {
        try {
            return OffsetDateTime.parse(time.asText("")).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static JsonNode parse(byte[] answer) {
        try {
            return MAPPER.readTree(answer);
        } catch (IOException e) {
            throw new UnreadableMessage("", "The page is not JSON: " + e.getMessage());
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

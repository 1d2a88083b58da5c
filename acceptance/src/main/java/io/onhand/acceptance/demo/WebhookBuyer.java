package io.onhand.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Orders at a shop; the shop tells us by webhook. The order arrives with the first attempt of that webhook. */
final class WebhookBuyer implements Buyer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Mall mall;

    WebhookBuyer(Mall mall) {
        this.mall = mall;
    }

    @Override
    public Placed order() {
        String id = mall.shop().order(mall.listing(), 1).path("id").asText();
        return new Placed(mall.channelId(), id, () -> arrival(id));
    }

    private Instant arrival(String orderId) {
        return Until.holds(PATIENCE, () -> firstAttempt(orderId), Optional::isPresent)
                .orElseThrow(() -> new DemoFailure("the shop sent no webhook for order " + orderId));
    }

    private Optional<Instant> firstAttempt(String orderId) {
        return mall.shop().deliveries(orderId).stream()
                .map(delivery -> delivery.at("/attempts/0/at"))
                .filter(JsonNode::isTextual)
                .map(at -> Instant.parse(at.asText()))
                .min(Comparator.naturalOrder());
    }
}

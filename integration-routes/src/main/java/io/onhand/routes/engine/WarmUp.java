package io.onhand.routes.engine;

import io.onhand.canonical.IncomingOrder;
import io.onhand.flow.AfterCommit;
import io.onhand.order.OrderDraft;
import io.onhand.order.Orders;
import io.onhand.publication.Publications;
import io.onhand.relay.Inbox;
import io.onhand.tenant.Ids;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the way of an order once before the first one comes, for a tenant that does not exist: what it asks for is not
 * there and nothing is written. The first real order would otherwise wait a second for classes to load.
 */
@Singleton
class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int ROUNDS = 20;

    private final TenantScope scope;
    private final Inbox inbox;
    private final Orders orders;
    private final AfterCommit afterCommit;
    private final Publications publications;
    private final ConnectorCatalog connectors;
    private final Clock clock;

    @Inject
    WarmUp(
            TenantScope scope,
            Inbox inbox,
            Orders orders,
            AfterCommit afterCommit,
            Publications publications,
            ConnectorCatalog connectors,
            Clock clock) {
        this.scope = scope;
        this.inbox = inbox;
        this.orders = orders;
        this.afterCommit = afterCommit;
        this.publications = publications;
        this.connectors = connectors;
        this.clock = clock;
    }

    void run() {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                connectors.all().forEach(this::refuse);
                walk(new TenantId(Ids.next()));
            }
        } catch (RuntimeException e) {
            LOG.warn("The engine runs, but could not be warmed up", e);
        }
    }

    private void walk(TenantId nobody) {
        UUID channel = Ids.next();
        IncomingOrder.Line line = new IncomingOrder.Line("1", "1", List.of("1"), "title", 1, 1);
        IncomingOrder order = new IncomingOrder("1", clock.instant(), "KRW", null, null, List.of(line), null);
        scope.run(nobody, () -> inbox.claim(1, Duration.ofSeconds(1)));
        scope.run(
                nobody,
                () -> orders.accept(
                        List.of(new OrderDraft(channel, OrderDraft.Source.WEBHOOK, "warm-up", null, order))));
        afterCommit.work(nobody);
        scope.run(nobody, () -> publications.claim(channel, 1, Duration.ofSeconds(1), false));
    }

    private Webhook webhook() {
        String seconds = Long.toString(clock.instant().getEpochSecond());
        return new Webhook(
                Map.of("webhook-id", "warm-up", "webhook-timestamp", seconds, "webhook-signature", "v1,AAAA"),
                new byte[0]);
    }

    /** A webhook that nobody signed, and a message that says nothing: both are refused, which is the point. */
    private void refuse(Connector connector) {
        if (!connector.descriptor().capabilities().webhooks()) {
            return;
        }
        try {
            connector.verify(webhook(), Map.of("webhookSecret", "whsec_AAAA"), clock.instant());
        } catch (WebhookRefused expected) {
            LOG.trace("As expected: {}", expected.getMessage());
        }
        try {
            connector.read("{}".getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableMessage expected) {
            LOG.trace("As expected: {}", expected.getMessage());
        }
    }
}

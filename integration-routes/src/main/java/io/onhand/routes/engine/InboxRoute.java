package io.onhand.routes.engine;

import io.onhand.canonical.IncomingOrder;
import io.onhand.canonical.OrderChange;
import io.onhand.channel.Listings;
import io.onhand.channel.StaleListings;
import io.onhand.order.Accepted;
import io.onhand.order.Cancellations;
import io.onhand.order.OrderDraft;
import io.onhand.order.Orders;
import io.onhand.refusal.Refusal;
import io.onhand.relay.DueWork;
import io.onhand.relay.Inbox;
import io.onhand.relay.MessageError;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/**
 * Gives accepted messages their effect: read by the connector outside of any transaction, then orders, holds, what follows
 * and the message's end in one. A batch that fails is done message by message, so that a bad one stops no other.
 */
@Singleton
class InboxRoute extends Ticks {
    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final DueWork due;
    private final TenantScope scope;
    private final Inbox inbox;
    private final Orders orders;
    private final Cancellations cancellations;
    private final Listings listings;
    private final StaleListings stale;
    private final ConnectorCatalog connectors;
    private final OutboxRoute outbox;
    private final Lanes<TenantId> lanes;
    private final QuietLog failures = new QuietLog(LoggerFactory.getLogger(InboxRoute.class));

    @Inject
    InboxRoute(
            DueWork due,
            TenantScope scope,
            Inbox inbox,
            Orders orders,
            Cancellations cancellations,
            Listings listings,
            StaleListings stale,
            ConnectorCatalog connectors,
            OutboxRoute outbox,
            EngineThreads threads) {
        super("inbox", Duration.ofMillis(100));
        this.due = due;
        this.scope = scope;
        this.inbox = inbox;
        this.orders = orders;
        this.cancellations = cancellations;
        this.listings = listings;
        this.stale = stale;
        this.connectors = connectors;
        this.outbox = outbox;
        this.lanes = new Lanes<>("Inbox", threads.core(), this::work);
    }

    /** A message with what it says; {@code draft} is null when that is no order. */
    private record Understood(Inbox.Message message, OrderNews news, OrderDraft draft) {
        static Understood of(Inbox.Message message, OrderNews news) {
            return new Understood(message, news, news.order() == null ? null : draft(message, news));
        }

        private static OrderDraft draft(Inbox.Message message, OrderNews news) {
            return new OrderDraft(
                    message.channel(),
                    message.source() == Inbox.Source.POLL ? OrderDraft.Source.POLL : OrderDraft.Source.WEBHOOK,
                    "channel",
                    null,
                    news.order());
        }
    }

    /** A message of this tenant has come. */
    void ask(TenantId tenant) {
        lanes.ask(tenant);
    }

    @Override
    void tick() {
        due.inboxes().forEach(lanes::ask);
    }

    private boolean work(TenantId tenant) {
        List<Inbox.Message> messages = scope.call(tenant, () -> inbox.claim(BATCH, LEASE));
        if (messages.isEmpty()) {
            return false;
        }
        List<Understood> understood = read(tenant, messages);
        try {
            scope.run(tenant, () -> effect(understood));
        } catch (RuntimeException wholeBatch) {
            understood.forEach(one -> alone(tenant, one));
        }
        outbox.ask(tenant);
        return messages.size() == BATCH;
    }

    private List<Understood> read(TenantId tenant, List<Inbox.Message> messages) {
        List<Understood> understood = new ArrayList<>(messages.size());
        for (Inbox.Message message : messages) {
            try {
                Connector connector = connectors
                        .find(message.connector())
                        .orElseThrow(() ->
                                new UnreadableMessage("", "There is no connector " + message.connector() + " here"));
                understood.add(Understood.of(message, connector.read(message.payload())));
            } catch (UnreadableMessage e) {
                scope.run(tenant, () -> inbox.park(message, MessageError.unreadable(e.field(), e.problem())));
            } catch (RuntimeException e) {
                // A connector that breaks on a message must not keep those of its batch from being read.
                failed(tenant, message, e);
            }
        }
        return understood;
    }

    private void alone(TenantId tenant, Understood one) {
        try {
            scope.run(tenant, () -> effect(List.of(one)));
        } catch (RuntimeException e) {
            failed(tenant, one.message(), e);
        }
    }

    /** People see what it says with the message; of what nobody expected the log has where it came from. */
    private void failed(TenantId tenant, Inbox.Message message, RuntimeException failure) {
        if (!(failure instanceof Refusal)) {
            failures.warn("A message of channel " + message.channel() + " failed", failure);
        }
        scope.run(tenant, () -> inbox.failed(message, MessageError.of(failure)));
    }

    private void effect(List<Understood> messages) {
        List<Understood> sold = new ArrayList<>();
        List<Understood> taken = accept(messages, sold);
        for (Understood one : taken) {
            for (OrderChange change : one.news().changes()) {
                cancellations.change(
                        one.message().channel(), change, one.message().connector());
            }
        }
        // After all levels are locked: publications come last, for everybody.
        tellSellers(sold);
        inbox.done(taken.stream().map(one -> one.message().id()).toList());
    }

    /**
     * The messages whose orders were taken; one whose order can never be is parked.
     *
     * @param sold is given those that tell something new
     */
    private List<Understood> accept(List<Understood> messages, List<Understood> sold) {
        List<Understood> withOrder =
                messages.stream().filter(one -> one.draft() != null).toList();
        if (withOrder.isEmpty()) {
            return messages;
        }
        List<Accepted> results =
                orders.accept(withOrder.stream().map(Understood::draft).toList());
        Set<UUID> refused = new HashSet<>();
        for (int i = 0; i < results.size(); i++) {
            Understood one = withOrder.get(i);
            Accepted.Outcome outcome = results.get(i).outcome();
            if (outcome == Accepted.Outcome.REFUSED) {
                refused.add(one.message().id());
                inbox.park(one.message(), MessageError.of(results.get(i).refusal()));
            } else if (outcome != Accepted.Outcome.DUPLICATE
                    || !one.news().changes().isEmpty()) {
                sold.add(one);
            }
        }
        return messages.stream()
                .filter(one -> !refused.contains(one.message().id()))
                .toList();
    }

    /**
     * A channel counts its own sales and cancellations down and up by itself. What it shows is no longer what it was told,
     * so that it is told again, even if the number is the same (a cap, a restock meanwhile).
     */
    private void tellSellers(List<Understood> sold) {
        List<Listings.Seen> seen = new ArrayList<>();
        for (Understood one : sold) {
            for (IncomingOrder.Line line : one.news().order().lines()) {
                seen.add(new Listings.Seen(
                        one.message().channel(), line.listingId(), line.skuCandidates(), line.title()));
            }
        }
        if (!seen.isEmpty()) {
            stale.markListings(listings.resolve(seen).values().stream()
                    .map(Listings.Link::listing)
                    .distinct()
                    .toList());
        }
    }
}

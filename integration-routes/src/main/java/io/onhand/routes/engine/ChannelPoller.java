package io.onhand.routes.engine;

import io.onhand.channel.ChannelAccess;
import io.onhand.channel.ChannelContact;
import io.onhand.pace.Turns;
import io.onhand.relay.DueWork;
import io.onhand.relay.Inbox;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks channels for orders that changed, more rarely the longer nothing did where a channel also calls by itself. A page's
 * messages and the cursor after them are kept in one transaction: nothing is lost between two pages, and what is read twice
 * is accepted once.
 */
@Singleton
class ChannelPoller extends Ticks {
    private static final int MOST_PAGES = 50;

    private final DueWork due;
    private final TenantScope scope;
    private final ChannelContact contact;
    private final Inbox inbox;
    private final ConnectorCatalog connectors;
    private final ChannelCalls calls;
    private final Circuits circuits;
    private final Quotas quotas;
    private final InboxRoute inboxRoute;
    private final Clock clock;
    private final Turns<TenantId> turns = new Turns<>(EngineThreads.POLL_THREADS / 2);
    private final Lanes<ChannelKey> lanes;
    private final Map<ChannelKey, Poll> polls = new ConcurrentHashMap<>();

    @Inject
    ChannelPoller(
            DueWork due,
            TenantScope scope,
            ChannelContact contact,
            Inbox inbox,
            ConnectorCatalog connectors,
            ChannelCalls calls,
            Circuits circuits,
            Quotas quotas,
            InboxRoute inboxRoute,
            Clock clock,
            EngineThreads threads) {
        super("poll", Duration.ofMillis(250));
        this.due = due;
        this.scope = scope;
        this.contact = contact;
        this.inbox = inbox;
        this.connectors = connectors;
        this.calls = calls;
        this.circuits = circuits;
        this.quotas = quotas;
        this.inboxRoute = inboxRoute;
        this.clock = clock;
        this.lanes = new Lanes<>("Poll", threads.polls(), this::work);
    }

    /**
     * A poll that is under way.
     *
     * @param page which one is next, from 1
     * @param notBefore when the channel's limits allow it
     */
    private record Poll(Connector connector, ChannelAccess access, String cursor, int page, Instant notBefore) {}

    @Override
    void tick() {
        polls.keySet().forEach(lanes::ask);
        for (DueWork.DueChannel channel : due.polls()) {
            lanes.ask(new ChannelKey(channel.tenant(), channel.channel()));
        }
    }

    /** Reads one page of a channel; true when the next one may be read at once. */
    private boolean work(ChannelKey key) {
        if (circuits.isOpen(key, Circuits.Side.ORDERS) || quotas.rests(key)) {
            polls.remove(key);
            return false;
        }
        Poll underWay = polls.get(key);
        Poll poll = underWay == null ? begin(key) : underWay;
        if (poll == null) {
            return false;
        }
        polls.put(key, poll);
        return !isEarly(poll) && turns.call(key.tenant(), () -> read(key, poll), () -> false);
    }

    private boolean isEarly(Poll poll) {
        return clock.instant().isBefore(poll.notBefore());
    }

    /** Null when there is nothing to poll. */
    private Poll begin(ChannelKey key) {
        ChannelAccess access = take(key);
        Connector connector =
                access == null ? null : connectors.find(access.connector()).orElse(null);
        if (connector == null || !connector.descriptor().capabilities().pollsOrders()) {
            return null;
        }
        return poll(key, connector, access, access.pollCursor(), 1);
    }

    /** The page is read in any case: telling stock, which takes each request as it comes, must not keep orders waiting. */
    private Poll poll(ChannelKey key, Connector connector, ChannelAccess access, String cursor, int page) {
        Instant notBefore = quotas.takeAnyway(key, connector.limits(access.settings()));
        return new Poll(connector, access, cursor, page, notBefore);
    }

    /** A poll that a dying database forgets is made once more. */
    private ChannelAccess take(ChannelKey key) {
        return scope.call(key.tenant(), () -> {
            scope.mayBeDoneAgain();
            return contact.takePoll(key.channel()).orElse(null);
        });
    }

    private boolean read(ChannelKey key, Poll poll) {
        polls.remove(key);
        OrdersPage answer;
        try {
            answer = calls.call(
                    key,
                    Circuits.Side.ORDERS,
                    poll.connector().ordersRoute(),
                    new OrdersCall(
                            key.channel(),
                            poll.access().settings(),
                            poll.cursor(),
                            poll.access().connectedAt()),
                    OrdersPage.class);
        } catch (ChannelFailure failure) {
            // The circuit knows; the next poll goes on where this one stood.
            return false;
        }
        if (!answer.messages().isEmpty() || !answer.cursor().equals(poll.cursor())) {
            keep(key, answer);
        }
        if (!answer.more() || poll.page() == MOST_PAGES) {
            return false;
        }
        Poll next = poll(key, poll.connector(), poll.access(), answer.cursor(), poll.page() + 1);
        polls.put(key, next);
        return !isEarly(next);
    }

    private void keep(ChannelKey key, OrdersPage page) {
        scope.run(key.tenant(), () -> {
            for (OrdersPage.Message message : page.messages()) {
                inbox.accept(key.channel(), message.eventId(), Inbox.Source.POLL, message.payload());
            }
            contact.polled(key.channel(), page.cursor(), !page.messages().isEmpty());
        });
        if (!page.messages().isEmpty()) {
            inboxRoute.ask(key.tenant());
        }
    }
}

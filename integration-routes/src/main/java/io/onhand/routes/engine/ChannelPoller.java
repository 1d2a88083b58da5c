package io.onhand.routes.engine;

import io.onhand.channel.ChannelAccess;
import io.onhand.channel.ChannelContact;
import io.onhand.channel.ConnectorDescriptor.Limits;
import io.onhand.relay.DueWork;
import io.onhand.relay.Inbox;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

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
    private final Lanes<ChannelKey> lanes;

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

    @Override
    void tick() {
        for (DueWork.DueChannel channel : due.polls()) {
            lanes.ask(new ChannelKey(channel.tenant(), channel.channel()));
        }
    }

    private boolean work(ChannelKey key) {
        if (circuits.isOpen(key, Circuits.Side.ORDERS) || quotas.rests(key)) {
            return false;
        }
        ChannelAccess access = take(key);
        Connector connector =
                access == null ? null : connectors.find(access.connector()).orElse(null);
        if (connector == null || !connector.descriptor().capabilities().pollsOrders()) {
            return false;
        }
        try {
            pages(key, connector, access);
            return false;
        } catch (ChannelFailure failure) {
            // The circuit knows; the next poll goes on where this one stood.
            return false;
        }
    }

    /** A poll that a dying database forgets is made once more. */
    private ChannelAccess take(ChannelKey key) {
        return scope.call(key.tenant(), () -> {
            scope.mayBeDoneAgain();
            return contact.takePoll(key.channel()).orElse(null);
        });
    }

    private void pages(ChannelKey key, Connector connector, ChannelAccess access) {
        Limits limits = connector.limits(access.settings());
        String cursor = access.pollCursor();
        boolean more = true;
        for (int page = 0; more && page < MOST_PAGES && quotas.take(key, limits); page++) {
            OrdersPage answer = calls.call(
                    key,
                    Circuits.Side.ORDERS,
                    connector.ordersRoute(),
                    new OrdersCall(key.channel(), access.settings(), cursor, clock.instant()),
                    OrdersPage.class);
            if (!answer.messages().isEmpty() || !answer.cursor().equals(cursor)) {
                keep(key, answer);
            }
            cursor = answer.cursor();
            more = answer.more();
        }
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

package io.onhand.routes.engine;

import io.onhand.channel.ChannelAccess;
import io.onhand.channel.ChannelContact;
import io.onhand.pace.Turns;
import io.onhand.publication.Publications.Claim;
import io.onhand.publication.Publications.Offer;
import io.onhand.relay.DueWork;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells channels what they may sell: claims a channel by lease, sends one batch of its stale listings outside of any
 * transaction, notes what was taken. One batch of a channel is under way at a time, on all nodes together, so that an older
 * quantity never overtakes a newer one.
 */
@Singleton
class PublishRoute extends Ticks {
    /** How long a channel is claimed at the longest. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** Who knows of work asks for it; a look finds what nobody knows of, or what had to wait longer. */
    private static final int TICKS_PER_LOOK = 5;

    private final DueWork due;
    private final TenantScope scope;
    private final ChannelContact contact;
    private final Teller teller;
    private final ConnectorCatalog connectors;
    private final Circuits circuits;
    private final Quotas quotas;
    private final Clock clock;
    private final Lanes<ChannelKey> lanes;
    private final Turns<TenantId> turns = new Turns<>(EngineThreads.CHANNEL_THREADS / 2);
    private final Map<ChannelKey, Hand> hands = new ConcurrentHashMap<>();

    /** Channels that have something to be told, but had to wait a moment for their quota or for others. */
    private final Set<ChannelKey> soon = ConcurrentHashMap.newKeySet();

    private int ticks;

    @Inject
    PublishRoute(
            DueWork due,
            TenantScope scope,
            ChannelContact contact,
            Teller teller,
            ConnectorCatalog connectors,
            Circuits circuits,
            Quotas quotas,
            Clock clock,
            EngineThreads threads) {
        super("publish", Duration.ofMillis(50));
        this.due = due;
        this.scope = scope;
        this.contact = contact;
        this.teller = teller;
        this.connectors = connectors;
        this.circuits = circuits;
        this.quotas = quotas;
        this.clock = clock;
        this.lanes = new Lanes<>("Publication", threads.channels(), this::work);
    }

    /** The queue of this channel has something to be told. */
    void ask(ChannelKey channel) {
        hand(channel).queueIsNext();
        lanes.ask(channel);
    }

    /** Whether what changes now can be told at once, without going through the queue of the channel. */
    boolean hasRoom(ChannelKey channel) {
        return willing(channel) && hand(channel).hasRoom(clock.instant());
    }

    /** The channel is about to be claimed; {@link #arrived} follows in any case. */
    void expect(ChannelKey channel) {
        hand(channel).expect();
    }

    /**
     * A channel was claimed; these offers are to be told.
     *
     * @param since before it was claimed
     */
    void tell(ChannelKey channel, Claim claim, Instant since) {
        hand(channel).add(claim, since);
    }

    /**
     * What was expected was {@link #tell handed over} or will not come.
     *
     * @param inDoubt whether something may have been claimed without an answer: then the queue takes it back
     */
    void arrived(ChannelKey channel, boolean inDoubt) {
        if (hand(channel).arrived(inDoubt)) {
            lanes.ask(channel);
        }
    }

    @Override
    void tick() {
        for (ChannelKey key : Set.copyOf(soon)) {
            soon.remove(key);
            lanes.ask(key);
        }
        if (ticks++ % TICKS_PER_LOOK == 0) {
            look();
        }
    }

    private void look() {
        for (DueWork.DueChannel channel : due.publications()) {
            ChannelKey key = new ChannelKey(channel.tenant(), channel.channel());
            if (willing(key)) {
                ask(key);
            }
        }
    }

    private Hand hand(ChannelKey channel) {
        return hands.computeIfAbsent(channel, key -> new Hand());
    }

    private boolean willing(ChannelKey channel) {
        return !circuits.isOpen(channel, Circuits.Side.STOCK) && !quotas.rests(channel);
    }

    /** How a channel goes on. */
    private enum Next {
        AT_ONCE,
        /** When its quota allows it. */
        SOON,
        /** When it is due again in its queue. */
        FROM_QUEUE
    }

    /** Tells a channel one batch; true when it is to be told more at once. */
    private boolean work(ChannelKey key) {
        Hand hand = hand(key);
        try {
            Next next = turns.call(key.tenant(), () -> publish(key, hand), () -> Next.SOON);
            if (next == Next.FROM_QUEUE) {
                hand.leaveAll();
            }
            if (next == Next.SOON) {
                hand.leaveWhenBehind(clock.instant());
                soon.add(key);
            }
            putBack(key, hand);
            boolean more = next == Next.AT_ONCE && hand.hasMore();
            if (!more) {
                hand.release(lease -> teller.release(key, lease));
            }
            return more;
        } catch (RuntimeException e) {
            soon.add(key);
            throw e;
        }
    }

    private Next publish(ChannelKey key, Hand hand) {
        Teller.Target target = willing(key) ? target(key, hand) : null;
        if (target == null) {
            return Next.FROM_QUEUE;
        }
        if (!quotas.take(key, target.limits())) {
            return Next.SOON;
        }
        List<Offer> batch = List.of();
        try {
            batch = next(target, hand);
        } finally {
            if (batch.isEmpty()) {
                quotas.giveBack(key, target.limits());
            }
        }
        return batch.isEmpty() ? Next.AT_ONCE : tell(target, hand, batch);
    }

    private Next tell(Teller.Target target, Hand hand, List<Offer> batch) {
        boolean answered = false;
        try {
            boolean willing = teller.tell(target, batch, hand);
            answered = true;
            return willing ? Next.AT_ONCE : Next.FROM_QUEUE;
        } finally {
            if (!answered) {
                hand.leave(batch);
            }
        }
    }

    /** What is in hand comes first: the queue, which is read now, is newer. */
    private List<Offer> next(Teller.Target target, Hand hand) {
        Instant now = clock.instant();
        int most = target.limits().stockBatch();
        hand.minding(now);
        List<Offer> batch = hand.next(most, now);
        if (!batch.isEmpty() || !hand.isQueueNext()) {
            return batch;
        }
        Claim claim = claim(target.key(), most, hand);
        hand.lookedThrough(claim, claim.offers().size() >= most, now);
        return clock.instant().isBefore(now.plus(Hand.TELL_WITHIN)) ? claim.offers() : List.of();
    }

    private Claim claim(ChannelKey key, int most, Hand hand) {
        boolean doubt = hand.looking();
        try {
            return teller.claim(key, most, LEASE, doubt);
        } catch (RuntimeException e) {
            hand.lookFailed(doubt);
            throw e;
        }
    }

    /** Null when the channel is told nothing. */
    private Teller.Target target(ChannelKey key, Hand hand) {
        ChannelAccess access = hand.access(clock.instant())
                .or(() -> scope.look(key.tenant(), () -> contact.access(key.channel())))
                .filter(ChannelAccess::active)
                .orElse(null);
        Connector connector =
                access == null ? null : connectors.find(access.connector()).orElse(null);
        if (connector == null || !connector.descriptor().capabilities().writesStock()) {
            return null;
        }
        return new Teller.Target(key, connector, access, connector.limits(access.settings()));
    }

    private void putBack(ChannelKey key, Hand hand) {
        List<Hand.Left> left = hand.left();
        if (!left.isEmpty()) {
            teller.putBack(key, left);
            hand.queued(left.size());
        }
    }
}

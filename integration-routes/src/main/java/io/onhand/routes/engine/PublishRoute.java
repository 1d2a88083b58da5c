package io.onhand.routes.engine;

import io.onhand.channel.ChannelAccess;
import io.onhand.channel.Channels;
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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells channels what they may sell: claims a channel by lease, sends one batch of its stale listings outside of any
 * transaction, notes what was taken. One batch of a channel is under way at a time, on all nodes together, so that an older
 * quantity never overtakes a newer one.
 */
@Singleton
class PublishRoute extends Ticks {
    /** How long a channel is claimed at the longest. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** A claim older than this is not sent any more: somebody else may have it soon. */
    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);

    /**
     * Looking what is due costs more the more was told just now. Who knows of work asks for it; a look finds what nobody
     * knows of, or what had to wait longer.
     */
    private static final int TICKS_PER_LOOK = 5;

    /** How often a channel that is handed over without pause is looked through for the rest. */
    private static final Duration LOOK_THROUGH_EVERY = Duration.ofSeconds(1);

    /** Channels of one tenant that are told at once, so that its slow ones leave room for others. */
    private static final int TENANT_LIMIT = EngineThreads.CHANNEL_THREADS / 2;

    private final DueWork due;
    private final TenantScope scope;
    private final Channels channels;
    private final Teller teller;
    private final ConnectorCatalog connectors;
    private final Circuits circuits;
    private final Quotas quotas;
    private final Clock clock;
    private final Lanes<ChannelKey> lanes;
    private final Map<TenantId, AtomicInteger> underWay = new ConcurrentHashMap<>();

    /** Channels that are claimed or about to be: one batch of each at a time, whoever claims it. */
    private final Set<ChannelKey> reserved = ConcurrentHashMap.newKeySet();

    /** What was claimed elsewhere and is to be told next. */
    private final Map<ChannelKey, Claimed> handedOver = new ConcurrentHashMap<>();

    /** When each channel was last looked through for all that is stale, not only for what was handed over. */
    private final Map<ChannelKey, Instant> lookedThrough = new ConcurrentHashMap<>();

    /** Channels that have something to be told, but had to wait a moment for their quota or for others. */
    private final Set<ChannelKey> soon = ConcurrentHashMap.newKeySet();

    private int ticks;

    /** A batch of a reserved channel. */
    private record Claimed(List<Offer> offers, Instant since) {}

    @Inject
    PublishRoute(
            DueWork due,
            TenantScope scope,
            Channels channels,
            Teller teller,
            ConnectorCatalog connectors,
            Circuits circuits,
            Quotas quotas,
            Clock clock,
            EngineThreads threads) {
        super("publish", Duration.ofMillis(50));
        this.due = due;
        this.scope = scope;
        this.channels = channels;
        this.teller = teller;
        this.connectors = connectors;
        this.circuits = circuits;
        this.quotas = quotas;
        this.clock = clock;
        this.lanes = new Lanes<>("Publication", threads.channels(), this::work);
    }

    /** This channel has something to be told. */
    void ask(ChannelKey channel) {
        lanes.ask(channel);
    }

    /**
     * Whether a channel can be told at once. Then nobody else on this node claims it until it was {@link #tell told} or {@link
     * #letGo(ChannelKey) let go}.
     */
    boolean reserve(ChannelKey channel) {
        return willing(channel) && reserved.add(channel);
    }

    /** A reserved channel was not claimed. */
    void letGo(ChannelKey channel) {
        reserved.remove(channel);
    }

    /**
     * A reserved channel was claimed; these offers are to be told.
     *
     * @param since before it was claimed
     */
    void tell(ChannelKey channel, List<Offer> offers, Instant since) {
        handedOver.put(channel, new Claimed(offers, since));
        lanes.ask(channel);
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
            if (!quotas.rests(key)) {
                lanes.ask(key);
            }
        }
    }

    private boolean willing(ChannelKey channel) {
        return !circuits.isOpen(channel, Circuits.Side.STOCK) && !quotas.rests(channel);
    }

    private boolean work(ChannelKey key) {
        Claimed handed = handedOver.remove(key);
        if (handed == null && !reserve(key)) {
            return false;
        }
        AtomicInteger count = underWay.computeIfAbsent(key.tenant(), tenant -> new AtomicInteger());
        try {
            if (count.incrementAndGet() > TENANT_LIMIT) {
                soon.add(key);
                return false;
            }
            return willing(key) && (publish(key, handed) || (handed != null && mayHideOthers(key)));
        } finally {
            count.decrementAndGet();
            if (!handedOver.containsKey(key)) {
                letGo(key, handed != null);
            }
        }
    }

    /** A channel that is handed over again and again is hardly ever free for a look at what else it has to be told. */
    private boolean mayHideOthers(ChannelKey key) {
        Instant since = lookedThrough.getOrDefault(key, Instant.MIN);
        return since.isBefore(clock.instant().minus(LOOK_THROUGH_EVERY));
    }

    /** @param handed null when the channel is yet to be claimed */
    private boolean publish(ChannelKey key, Claimed handed) {
        Teller.Target target = target(key);
        if (target == null) {
            return false;
        }
        if (!quotas.take(key, target.limits())) {
            soon.add(key);
            return false;
        }
        if (handed != null) {
            return tell(target, handed);
        }
        Instant since = clock.instant();
        lookedThrough.put(key, since);
        List<Offer> offers = teller.claim(key, target.limits().stockBatch(), LEASE);
        if (offers.isEmpty()) {
            quotas.giveBack(key, target.limits());
            return false;
        }
        try {
            return tell(target, new Claimed(offers, since));
        } finally {
            teller.release(key);
        }
    }

    /** Null when the channel is told nothing. */
    private Teller.Target target(ChannelKey key) {
        ChannelAccess access = scope.call(key.tenant(), () -> channels.access(key.channel()))
                .filter(ChannelAccess::active)
                .orElse(null);
        Connector connector =
                access == null ? null : connectors.find(access.connector()).orElse(null);
        if (connector == null || !connector.descriptor().capabilities().writesStock()) {
            return null;
        }
        return new Teller.Target(key, connector, access, connector.limits(access.settings()));
    }

    /** Tells one batch; what is left of a claim is told next. Whether there may be more, and the channel is willing to hear it. */
    private boolean tell(Teller.Target target, Claimed claimed) {
        if (clock.instant().isAfter(claimed.since().plus(SEND_WITHIN))) {
            quotas.giveBack(target.key(), target.limits());
            soon.add(target.key());
            return false;
        }
        List<Offer> offers = claimed.offers();
        int most = target.limits().stockBatch();
        boolean willing = teller.tell(target, offers.subList(0, Math.min(most, offers.size())));
        if (willing && offers.size() > most) {
            handedOver.put(target.key(), new Claimed(offers.subList(most, offers.size()), claimed.since()));
        }
        return willing && offers.size() >= most;
    }

    private void letGo(ChannelKey key, boolean claimed) {
        try {
            if (claimed) {
                teller.release(key);
            }
        } finally {
            letGo(key);
        }
    }
}

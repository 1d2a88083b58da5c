package io.onhand.routes.engine;

import io.onhand.canonical.StockOffer;
import io.onhand.channel.ChannelAccess;
import io.onhand.channel.Channels;
import io.onhand.channel.ConnectorDescriptor.Limits;
import io.onhand.channel.StaleListings;
import io.onhand.publication.Publications;
import io.onhand.publication.Publications.Offer;
import io.onhand.relay.DueWork;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Tells channels what they may sell: claims a channel by lease, sends one batch of its stale listings outside of any
 * transaction, notes what was taken. One batch of a channel is under way at a time, on all nodes together, so that an older
 * quantity never overtakes a newer one.
 */
@Singleton
class PublishRoute extends Ticks {
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** A claim older than this is not sent any more: somebody else may have it soon. */
    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);

    /** Channels of one tenant that are told at once, so that its slow ones leave room for others. */
    private static final int TENANT_LIMIT = EngineThreads.CHANNEL_THREADS / 2;

    private final DueWork due;
    private final TenantScope scope;
    private final Channels channels;
    private final Publications publications;
    private final ConnectorCatalog connectors;
    private final ChannelCalls calls;
    private final Circuits circuits;
    private final Quotas quotas;
    private final Unsettled unsettled;
    private final Clock clock;
    private final Lanes<ChannelKey> lanes;
    private final Map<TenantId, AtomicInteger> underWay = new ConcurrentHashMap<>();

    @Inject
    PublishRoute(
            DueWork due,
            TenantScope scope,
            Channels channels,
            Publications publications,
            StaleListings stale,
            ConnectorCatalog connectors,
            ChannelCalls calls,
            Circuits circuits,
            Quotas quotas,
            Clock clock,
            EngineThreads threads) {
        super("publish", Duration.ofMillis(50));
        this.due = due;
        this.scope = scope;
        this.channels = channels;
        this.publications = publications;
        this.connectors = connectors;
        this.calls = calls;
        this.circuits = circuits;
        this.quotas = quotas;
        this.clock = clock;
        this.unsettled = new Unsettled(scope, stale, clock);
        this.lanes = new Lanes<>("Publication", threads.channels(), this::work);
    }

    /** This channel has something to be told. */
    void ask(ChannelKey channel) {
        lanes.ask(channel);
    }

    @Override
    void tick() {
        unsettled.tellAgain();
        for (DueWork.DueChannel channel : due.publications()) {
            ChannelKey key = new ChannelKey(channel.tenant(), channel.channel());
            if (!quotas.rests(key)) {
                lanes.ask(key);
            }
        }
    }

    private boolean work(ChannelKey key) {
        if (circuits.isOpen(key, Circuits.Side.STOCK) || quotas.rests(key)) {
            return false;
        }
        AtomicInteger count = underWay.computeIfAbsent(key.tenant(), tenant -> new AtomicInteger());
        try {
            return count.incrementAndGet() <= TENANT_LIMIT && publish(key);
        } finally {
            count.decrementAndGet();
        }
    }

    private boolean publish(ChannelKey key) {
        ChannelAccess access = scope.call(key.tenant(), () -> channels.access(key.channel()))
                .filter(ChannelAccess::active)
                .orElse(null);
        Connector connector =
                access == null ? null : connectors.find(access.connector()).orElse(null);
        if (connector == null || !connector.descriptor().capabilities().writesStock()) {
            return false;
        }
        Limits limits = connector.limits(access.settings());
        if (!quotas.take(key, limits)) {
            return false;
        }
        Instant claimedAt = clock.instant();
        List<Offer> offers = write(key, () -> publications.claim(key.channel(), limits.stockBatch(), LEASE));
        if (offers.isEmpty()) {
            quotas.giveBack(key, limits);
            return false;
        }
        try {
            if (clock.instant().isAfter(claimedAt.plus(SEND_WITHIN))) {
                quotas.giveBack(key, limits);
                return false;
            }
            return tell(key, connector, access, offers) && offers.size() == limits.stockBatch();
        } finally {
            write(key, () -> {
                publications.release(key.channel());
                return null;
            });
        }
    }

    /** What a dying database loses of this is told once more. */
    private <T> T write(ChannelKey key, Supplier<T> work) {
        return scope.call(key.tenant(), () -> {
            scope.mayBeDoneAgain();
            return work.get();
        });
    }

    /** Whether the channel is willing to hear more. */
    private boolean tell(ChannelKey key, Connector connector, ChannelAccess access, List<Offer> offers) {
        StockCall call = new StockCall(
                key.channel(),
                access.settings(),
                offers.stream()
                        .map(offer -> new StockOffer(offer.externalId(), offer.sellerCode(), offer.quantity()))
                        .toList());
        StockAnswer answer;
        try {
            answer = calls.call(key, Circuits.Side.STOCK, connector.stockRoute(), call, StockAnswer.class);
        } catch (ChannelFailure failure) {
            if (failure.kind() == ChannelFailure.Kind.REFUSED && offers.size() > 1) {
                return tellHalves(key, connector, access, offers);
            }
            failed(key, offers, failure);
            return false;
        }
        note(key, offers, answer);
        return true;
    }

    /** One listing that the channel cannot stand must not keep the others of its batch from being told. */
    private boolean tellHalves(ChannelKey key, Connector connector, ChannelAccess access, List<Offer> offers) {
        int middle = offers.size() / 2;
        boolean willing = true;
        for (List<Offer> half : List.of(offers.subList(0, middle), offers.subList(middle, offers.size()))) {
            quotas.takeAnyway(key, connector.limits(access.settings()));
            willing &= tell(key, connector, access, half);
        }
        return willing;
    }

    private void failed(ChannelKey key, List<Offer> offers, ChannelFailure failure) {
        if (failure.kind() == ChannelFailure.Kind.UNAVAILABLE) {
            unsettled.add(key.tenant(), offers);
        }
        // When the channel itself is the trouble, its circuit or rest says when to go on, and no listing has to wait
        // longer.
        List<Offer> again = failure.kind() == ChannelFailure.Kind.REFUSED
                ? offers
                : offers.stream().map(PublishRoute::asIfFirst).toList();
        Instant notBefore = clock.instant().plus(failure.retryAfter());
        write(key, () -> {
            publications.failed(again, failure.getMessage(), notBefore);
            return null;
        });
    }

    private static Offer asIfFirst(Offer offer) {
        return new Offer(
                offer.listing(),
                offer.externalId(),
                offer.sellerCode(),
                offer.quantity(),
                offer.revision(),
                offer.staleSince(),
                0);
    }

    private void note(ChannelKey key, List<Offer> offers, StockAnswer answer) {
        Map<String, StockAnswer.Result> results = new HashMap<>();
        answer.results().forEach(result -> results.put(result.listingId(), result));
        List<Offer> taken = new ArrayList<>(offers.size());
        Map<String, List<Offer>> notTaken = new HashMap<>();
        for (Offer offer : offers) {
            StockAnswer.Result result = results.get(offer.externalId());
            if (result == null) {
                notTaken.computeIfAbsent("The channel said nothing of it", words -> new ArrayList<>())
                        .add(offer);
            } else if (result.outcome() == StockAnswer.Outcome.TAKEN) {
                taken.add(offer);
            } else {
                notTaken.computeIfAbsent(result.words(), words -> new ArrayList<>())
                        .add(offer);
            }
        }
        write(key, () -> {
            publications.acknowledge(key.channel(), taken);
            notTaken.forEach((words, those) -> publications.failed(those, words, null));
            return null;
        });
    }
}

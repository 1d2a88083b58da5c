package io.onhand.routes.engine;

import io.onhand.canonical.StockOffer;
import io.onhand.channel.ChannelAccess;
import io.onhand.channel.ChannelError;
import io.onhand.channel.ConnectorDescriptor.Limits;
import io.onhand.publication.Publications;
import io.onhand.publication.Publications.Claim;
import io.onhand.publication.Publications.Offer;
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
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Tells a channel one batch, outside of any transaction, and notes what it took. Who may be told, and when, is for others. */
@Singleton
class Teller {
    /** A claim ends while it is told in many parts: later ones are not begun. */
    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(10);

    /**
     * When a listing that the channel will not take is told again, unless somebody touches it before: it may have been mended
     * over there, and until then it must not use up the channel's quota.
     */
    private static final Duration LASTING = Duration.ofMinutes(15);

    private final TenantScope scope;
    private final Publications publications;
    private final ChannelCalls calls;
    private final Quotas quotas;
    private final Clock clock;

    @Inject
    Teller(TenantScope scope, Publications publications, ChannelCalls calls, Quotas quotas, Clock clock) {
        this.scope = scope;
        this.publications = publications;
        this.calls = calls;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** A channel and how it is told. */
    record Target(ChannelKey key, Connector connector, ChannelAccess access, Limits limits) {}

    /**
     * Claims a channel, and reads what it is to be told.
     *
     * @param inDoubt whether something may be in hand of which nobody knows: what the queue takes back is in it for good
     */
    Claim claim(ChannelKey key, int most, Duration lease, boolean inDoubt) {
        if (inDoubt) {
            scope.run(key.tenant(), () -> publications.awaitClaims(key.channel()));
        }
        return scope.call(key.tenant(), () -> {
            if (!inDoubt) {
                scope.mayBeDoneAgain();
            }
            return publications.claim(key.channel(), most, lease, inDoubt);
        });
    }

    /** Others may claim the channel. */
    void release(ChannelKey key, long lease) {
        scope.run(key.tenant(), () -> {
            scope.mayBeDoneAgain();
            publications.release(key.channel(), lease);
        });
    }

    /** These are told from the queue of the channel, and once more when it may have heard of them already. */
    void putBack(ChannelKey key, List<Hand.Left> left) {
        Instant settled = clock.instant().plus(Publications.LATEST_EFFECT);
        scope.run(key.tenant(), () -> {
            publications.putBack(left.stream().map(Hand.Left::offer).toList());
            publications.unsettled(
                    left.stream()
                            .filter(Hand.Left::mayHaveBeenTold)
                            .map(Hand.Left::offer)
                            .toList(),
                    settled);
        });
    }

    /**
     * Tells a claimed batch. Where it was the last of what is in hand, the channel is released together with what it answers.
     *
     * @return whether the channel is willing to hear more
     */
    boolean tell(Target target, List<Offer> offers, Hand hand) {
        return tell(target, offers, clock.instant().plus(BEGIN_WITHIN), hand::end);
    }

    private boolean tell(Target target, List<Offer> offers, Instant end, Consumer<LongConsumer> ending) {
        ChannelKey key = target.key();
        StockCall call = new StockCall(
                key.channel(),
                target.access().settings(),
                offers.stream()
                        .map(offer -> new StockOffer(offer.externalId(), offer.sellerCode(), offer.quantity()))
                        .toList());
        StockAnswer answer;
        try {
            answer = calls.call(key, Circuits.Side.STOCK, target.connector().stockRoute(), call, StockAnswer.class);
        } catch (ChannelFailure failure) {
            if (failure.kind() == ChannelError.Kind.REFUSED && offers.size() > 1) {
                return tellHalves(target, offers, end);
            }
            failed(key, offers, failure);
            return false;
        }
        ending.accept(lease -> note(key, offers, answer, lease));
        return true;
    }

    /** One listing that the channel cannot stand must not keep the others of its batch from being told. */
    private boolean tellHalves(Target target, List<Offer> offers, Instant end) {
        int middle = offers.size() / 2;
        boolean willing = true;
        for (List<Offer> half : List.of(offers.subList(0, middle), offers.subList(middle, offers.size()))) {
            if (clock.instant().isAfter(end)) {
                scope.run(target.key().tenant(), () -> publications.putBack(half));
                willing = false;
            } else {
                quotas.takeAnyway(target.key(), target.limits());
                willing &= tell(target, half, end, note -> note.accept(0));
            }
        }
        return willing;
    }

    private void failed(ChannelKey key, List<Offer> offers, ChannelFailure failure) {
        // When the channel itself is the trouble, its circuit or rest says when to go on: no listing has to wait
        // longer, and none is to blame.
        boolean refused = failure.kind() == ChannelError.Kind.REFUSED;
        List<Offer> again =
                refused ? offers : offers.stream().map(Teller::asIfFirst).toList();
        String itsWords = refused ? failure.getMessage() : null;
        Instant now = clock.instant();
        scope.run(key.tenant(), () -> {
            publications.failed(again, itsWords, now.plus(failure.retryAfter()));
            if (failure.kind() == ChannelError.Kind.UNAVAILABLE) {
                publications.unsettled(offers, now.plus(Publications.LATEST_EFFECT));
            }
        });
    }

    private static Offer asIfFirst(Offer offer) {
        return new Offer(
                offer.listing(),
                offer.sku(),
                offer.externalId(),
                offer.sellerCode(),
                offer.quantity(),
                offer.revision(),
                offer.staleSince(),
                0);
    }

    /**
     * Why a channel did not take an offer.
     *
     * @param words its own; empty when it said nothing
     * @param lasting whether it will not take it until somebody changes something
     */
    private record NotTaken(String words, boolean lasting) {
        static NotTaken of(StockAnswer.Result result) {
            return result == null
                    ? new NotTaken("", false)
                    : new NotTaken(result.words(), result.outcome() == StockAnswer.Outcome.REFUSED);
        }
    }

    /** @param lease is released together with it; 0 for none */
    private void note(ChannelKey key, List<Offer> offers, StockAnswer answer, long lease) {
        Map<String, StockAnswer.Result> results = new HashMap<>();
        answer.results().forEach(result -> results.put(result.listingId(), result));
        List<Offer> taken = new ArrayList<>(offers.size());
        Map<NotTaken, List<Offer>> notTaken = new HashMap<>();
        for (Offer offer : offers) {
            StockAnswer.Result result = results.get(offer.externalId());
            if (result != null && result.outcome() == StockAnswer.Outcome.TAKEN) {
                taken.add(offer);
            } else {
                notTaken.computeIfAbsent(NotTaken.of(result), why -> new ArrayList<>())
                        .add(offer);
            }
        }
        // What was in hand is nowhere else: its answer must not be forgotten.
        scope.run(key.tenant(), () -> {
            if (!notTaken.isEmpty()) {
                publications.lock(offers);
            }
            publications.acknowledge(key.channel(), taken);
            notTaken.forEach((why, those) -> publications.failed(
                    those, why.words(), why.lasting() ? clock.instant().plus(LASTING) : null));
            if (lease > 0) {
                publications.release(key.channel(), lease);
            }
        });
    }
}

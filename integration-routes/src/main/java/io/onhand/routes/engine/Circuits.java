package io.onhand.routes.engine;

import io.onhand.channel.ChannelContact;
import io.onhand.channel.StaleListings;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves a channel alone after {@value #FAILURES_TO_OPEN} failures in a row: 2 s, then twice as long each time, at most a
 * minute. When the time is over one request goes through; its success closes the circuit, its failure opens it again.
 * Stock and orders are counted each for itself, as channels often fail at one of them only. What people see of it is in the
 * channel's row.
 */
@Singleton
class Circuits {
    /** What the channel is asked to do. */
    enum Side {
        STOCK,
        ORDERS;

        private Side other() {
            return this == STOCK ? ORDERS : STOCK;
        }
    }

    private static final int FAILURES_TO_OPEN = 5;
    private static final Duration FIRST_REST = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /** A channel that works says so no more often than this. */
    private static final Duration SUCCESS_NOTED_EVERY = Duration.ofSeconds(15);

    private record Circuit(ChannelKey channel, Side side) {}

    private record State(int failures, Instant openUntil, Instant successNotedAt) {
        private static final State NEW = new State(0, Instant.MIN, Instant.MIN);
    }

    private final TenantScope scope;
    private final ChannelContact contact;
    private final StaleListings stale;
    private final Clock clock;
    private final Map<Circuit, State> states = new ConcurrentHashMap<>();

    @Inject
    Circuits(TenantScope scope, ChannelContact contact, StaleListings stale, Clock clock) {
        this.scope = scope;
        this.contact = contact;
        this.stale = stale;
        this.clock = clock;
    }

    boolean isOpen(ChannelKey key, Side side) {
        return clock.instant().isBefore(state(key, side).openUntil());
    }

    /** The channel did its part. After an outage it is told everything anew: what it took of the last words is unknown. */
    void succeeded(ChannelKey key, Side side) {
        State before = state(key, side);
        Instant now = clock.instant();
        if (before.failures() == 0 && now.isBefore(before.successNotedAt().plus(SUCCESS_NOTED_EVERY))) {
            return;
        }
        boolean well = state(key, side.other()).failures() == 0;
        boolean anew = side == Side.STOCK && before.failures() >= FAILURES_TO_OPEN;
        scope.run(key.tenant(), () -> {
            if (well) {
                contact.succeeded(key.channel());
            }
            if (anew) {
                stale.markChannel(key.channel());
            } else {
                scope.mayBeDoneAgain();
            }
        });
        states.put(new Circuit(key, side), new State(0, Instant.MIN, now));
    }

    /** The channel failed. */
    void failed(ChannelKey key, Side side, ChannelFailure failure) {
        int failures = state(key, side).failures() + 1;
        Instant until = failures < FAILURES_TO_OPEN ? null : clock.instant().plus(rest(failures));
        states.put(new Circuit(key, side), new State(failures, until == null ? Instant.MIN : until, Instant.MIN));
        show(key, failure, until);
    }

    /** The channel is well but did not accept a request; people should know. */
    void refused(ChannelKey key, Side side, ChannelFailure failure) {
        show(key, failure, null);
        states.computeIfPresent(
                new Circuit(key, side), (same, state) -> new State(state.failures(), state.openUntil(), Instant.MIN));
    }

    private void show(ChannelKey key, ChannelFailure failure, Instant openUntil) {
        scope.run(key.tenant(), () -> contact.failed(key.channel(), failure.kind(), failure.getMessage(), openUntil));
    }

    private State state(ChannelKey key, Side side) {
        return states.getOrDefault(new Circuit(key, side), State.NEW);
    }

    private static Duration rest(int failures) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures - FAILURES_TO_OPEN, 10));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }
}

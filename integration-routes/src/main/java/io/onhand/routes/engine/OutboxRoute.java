package io.onhand.routes.engine;

import io.onhand.flow.AfterCommit;
import io.onhand.relay.DueWork;
import io.onhand.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Works off what commits left to do: waiting orders are served, listings become stale, their channels are told. */
@Singleton
class OutboxRoute extends Ticks {
    private final DueWork due;
    private final AfterCommit afterCommit;
    private final PublishRoute publish;
    private final Clock clock;
    private final Lanes<TenantId> lanes;

    @Inject
    OutboxRoute(DueWork due, AfterCommit afterCommit, PublishRoute publish, Clock clock, EngineThreads threads) {
        super("outbox", Duration.ofMillis(50));
        this.due = due;
        this.afterCommit = afterCommit;
        this.publish = publish;
        this.clock = clock;
        this.lanes = new Lanes<>("Outbox", threads.core(), this::work);
    }

    /** This tenant has committed something. */
    void ask(TenantId tenant) {
        lanes.ask(tenant);
    }

    @Override
    void tick() {
        due.outboxes().forEach(lanes::ask);
    }

    private boolean work(TenantId tenant) {
        AfterCommit.Done done = workAndHandOver(tenant);
        done.channels().stream()
                .filter(channel -> !done.claimed().containsKey(channel))
                .forEach(channel -> publish.ask(new ChannelKey(tenant, channel)));
        return done.mayHaveMore();
    }

    private AfterCommit.Done workAndHandOver(TenantId tenant) {
        Set<ChannelKey> reserved = new HashSet<>();
        Instant since = clock.instant();
        try {
            AfterCommit.Done done = afterCommit.work(
                    tenant, channel -> reserve(new ChannelKey(tenant, channel), reserved), PublishRoute.LEASE);
            done.claimed().forEach((channel, offers) -> {
                ChannelKey key = new ChannelKey(tenant, channel);
                reserved.remove(key);
                publish.tell(key, offers, since);
            });
            return done;
        } finally {
            reserved.forEach(publish::letGo);
        }
    }

    private boolean reserve(ChannelKey channel, Set<ChannelKey> reserved) {
        if (!reserved.contains(channel) && publish.reserve(channel)) {
            reserved.add(channel);
        }
        return reserved.contains(channel);
    }
}

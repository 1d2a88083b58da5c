package io.onhand.routes.engine;

import io.onhand.flow.AfterCommit;
import io.onhand.publication.ChangedStock.Room;
import io.onhand.relay.DueWork;
import io.onhand.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

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
        done.channels().forEach(channel -> publish.ask(new ChannelKey(tenant, channel)));
        return done.mayHaveMore();
    }

    private AfterCommit.Done workAndHandOver(TenantId tenant) {
        Expected expected = new Expected(tenant);
        Instant since = clock.instant();
        boolean inDoubt = true;
        try {
            AfterCommit.Done done = afterCommit.work(tenant, expected, PublishRoute.LEASE);
            done.claimed().forEach((channel, claim) -> publish.tell(new ChannelKey(tenant, channel), claim, since));
            inDoubt = done.inDoubt();
            return done;
        } finally {
            for (ChannelKey channel : expected.channels) {
                publish.arrived(channel, inDoubt);
            }
        }
    }

    /** Channels of a tenant that have room, and are expected once they are going to be claimed. */
    private final class Expected implements Room {
        private final TenantId tenant;
        private final Set<ChannelKey> channels = new HashSet<>();

        Expected(TenantId tenant) {
            this.tenant = tenant;
        }

        @Override
        public boolean has(UUID channel) {
            return publish.hasRoom(new ChannelKey(tenant, channel));
        }

        @Override
        public boolean claims(UUID channel) {
            if (!has(channel)) {
                return false;
            }
            ChannelKey key = new ChannelKey(tenant, channel);
            if (channels.add(key)) {
                publish.expect(key);
            }
            return true;
        }
    }
}

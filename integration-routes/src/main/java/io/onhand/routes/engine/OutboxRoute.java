package io.onhand.routes.engine;

import io.onhand.flow.AfterCommit;
import io.onhand.relay.DueWork;
import io.onhand.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Works off what commits left to do: waiting orders are served, listings become stale, their channels are told. */
@Singleton
class OutboxRoute extends Ticks {
    private final DueWork due;
    private final AfterCommit afterCommit;
    private final PublishRoute publish;
    private final Lanes<TenantId> lanes;

    @Inject
    OutboxRoute(DueWork due, AfterCommit afterCommit, PublishRoute publish, EngineThreads threads) {
        super("outbox", Duration.ofMillis(50));
        this.due = due;
        this.afterCommit = afterCommit;
        this.publish = publish;
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
        AfterCommit.Done done = afterCommit.work(tenant);
        done.channels().forEach(channel -> publish.ask(new ChannelKey(tenant, channel)));
        return done.mayHaveMore();
    }
}

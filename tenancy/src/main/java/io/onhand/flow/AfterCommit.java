package io.onhand.flow;

import io.onhand.channel.Listings;
import io.onhand.order.WaitingOrders;
import io.onhand.publication.ChangedStock;
import io.onhand.publication.ChangedStock.Room;
import io.onhand.publication.Publications.Claim;
import io.onhand.relay.MessageError;
import io.onhand.relay.Outbox;
import io.onhand.tenant.DatabaseFailure;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Works off a tenant's outbox. Messages are taken and have their effect in one transaction; when a batch fails, its messages
 * are tried one by one, one that fails as a whole is split by subject, and what goes on failing is parked. Opens its own
 * scopes.
 */
@Singleton
public class AfterCommit {
    private static final int BATCH = 50;

    /** The listings that sell so many SKUs are locked for the time of one transaction. */
    private static final int SUBJECTS = 2_000;

    private static final String ACTOR = "onhand";

    private final TenantScope scope;
    private final Outbox outbox;
    private final ChangedStock changedStock;
    private final WaitingOrders waiting;
    private final Listings listings;

    @Inject
    public AfterCommit(
            TenantScope scope, Outbox outbox, ChangedStock changedStock, WaitingOrders waiting, Listings listings) {
        this.scope = scope;
        this.outbox = outbox;
        this.changedStock = changedStock;
        this.waiting = waiting;
        this.listings = listings;
    }

    /**
     * What was done.
     *
     * @param messages taken and had their effect
     * @param mayHaveMore whether it is worth asking again at once
     * @param failed messages that had none
     * @param channels whose queue has something now
     * @param claimed channels that were claimed for the caller, with what they are to be told
     * @param inDoubt whether a commit got no answer, so that channels may be claimed all the same
     */
    public record Done(
            int messages,
            boolean mayHaveMore,
            int failed,
            Set<UUID> channels,
            Map<UUID, Claim> claimed,
            boolean inDoubt) {}

    /** Works off one batch of a tenant's messages. Channels are marked only. */
    public Done work(TenantId tenant) {
        return work(tenant, channel -> false, Duration.ZERO);
    }

    /**
     * The same, and claims channels that can be told at once.
     *
     * @param room which these are
     * @param lease how long a channel is claimed at the longest
     */
    public Done work(TenantId tenant, Room room, Duration lease) {
        try {
            return scope.call(tenant, () -> effect(outbox.take(BATCH, SUBJECTS), room, lease));
        } catch (RuntimeException wholeBatch) {
            return oneByOne(tenant, wholeBatch instanceof DatabaseFailure failure && failure.mayBeCommitted());
        }
    }

    private Done oneByOne(TenantId tenant, boolean inDoubt) {
        Set<UUID> channels = new TreeSet<>();
        int done = 0;
        int failed = 0;
        for (Outbox.Message message : scope.look(tenant, () -> outbox.due(BATCH))) {
            try {
                channels.addAll(scope.call(tenant, () -> effect(outbox.take(message), channel -> false, Duration.ZERO))
                        .channels());
                done++;
            } catch (RuntimeException e) {
                scope.run(tenant, () -> failed(message, e));
                failed++;
            }
        }
        return new Done(done, done >= BATCH, failed, channels, Map.of(), inDoubt);
    }

    private void failed(Outbox.Message message, RuntimeException failure) {
        if (message.subjects().size() > 1) outbox.split(message);
        else outbox.failed(message, MessageError.of(failure));
    }

    private Done effect(List<Outbox.Message> messages, Room room, Duration lease) {
        if (messages.isEmpty()) return new Done(0, false, 0, Set.of(), Map.of(), false);
        Set<UUID> raised = subjects(messages, Outbox.Kind.STOCK_RAISED);
        if (!raised.isEmpty()) waiting.serveWaiting(raised, ACTOR);
        Set<UUID> channels = new TreeSet<>();
        Set<UUID> linked = subjects(messages, Outbox.Kind.LISTING_LINKED);
        for (UUID listing : linked) {
            waiting.serveLinked(listing, ACTOR);
            channels.add(listings.get(listing).channelId());
        }
        // After all levels are locked: publications come last, for everybody.
        listings.tell(linked);
        subjects(messages, Outbox.Kind.NETWORK_CHANGED).forEach(waiting::networkChanged);
        Set<UUID> changed = subjects(messages, Outbox.Kind.STOCK_CHANGED);
        boolean more = messages.size() >= BATCH
                || messages.stream()
                                .mapToInt(message -> message.subjects().size())
                                .sum()
                        >= SUBJECTS;
        if (changed.isEmpty()) return new Done(messages.size(), more, 0, channels, Map.of(), false);
        ChangedStock.Marked marked = changedStock.mark(changed, oldest(messages), room, lease);
        channels.addAll(marked.queued());
        return new Done(messages.size(), more, 0, channels, marked.claimed(), false);
    }

    private static Set<UUID> subjects(List<Outbox.Message> messages, Outbox.Kind kind) {
        List<UUID> subjects = new ArrayList<>();
        for (Outbox.Message message : messages) if (message.kind() == kind) subjects.addAll(message.subjects());
        return new TreeSet<>(subjects);
    }

    private static Instant oldest(List<Outbox.Message> messages) {
        return messages.stream()
                .map(Outbox.Message::occurredAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}

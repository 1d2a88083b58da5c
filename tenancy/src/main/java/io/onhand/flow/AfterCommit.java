package io.onhand.flow;

import io.onhand.channel.Listings;
import io.onhand.order.WaitingOrders;
import io.onhand.publication.Publications;
import io.onhand.relay.Outbox;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final String ACTOR = "onhand";

    private final TenantScope scope;
    private final Outbox outbox;
    private final Publications publications;
    private final WaitingOrders waiting;
    private final Listings listings;

    @Inject
    public AfterCommit(
            TenantScope scope, Outbox outbox, Publications publications, WaitingOrders waiting, Listings listings) {
        this.scope = scope;
        this.outbox = outbox;
        this.publications = publications;
        this.waiting = waiting;
        this.listings = listings;
    }

    /**
     * What was done.
     *
     * @param messages taken and had their effect; a full batch means that more may wait
     * @param failed messages that had none
     * @param channels that have something to be told now
     */
    public record Done(int messages, int failed, Set<UUID> channels) {
        /** Whether it is worth asking again at once. */
        public boolean mayHaveMore() {
            return messages >= BATCH;
        }
    }

    /** Works off one batch of a tenant's messages. */
    public Done work(TenantId tenant) {
        try {
            return scope.call(tenant, () -> effect(outbox.take(BATCH)));
        } catch (RuntimeException wholeBatch) {
            return oneByOne(tenant);
        }
    }

    private Done oneByOne(TenantId tenant) {
        Set<UUID> channels = new TreeSet<>();
        int done = 0;
        int failed = 0;
        for (Outbox.Message message : scope.call(tenant, () -> outbox.due(BATCH))) {
            try {
                channels.addAll(
                        scope.call(tenant, () -> effect(outbox.take(message))).channels());
                done++;
            } catch (RuntimeException e) {
                scope.run(tenant, () -> failed(message, e));
                failed++;
            }
        }
        return new Done(done, failed, channels);
    }

    private void failed(Outbox.Message message, RuntimeException failure) {
        if (message.subjects().size() > 1) outbox.split(message);
        else outbox.failed(message, String.valueOf(failure.getMessage()));
    }

    private Done effect(List<Outbox.Message> messages) {
        if (messages.isEmpty()) return new Done(0, 0, Set.of());
        // Orders that are served are seen, and must not be forgotten again.
        if (messages.stream().allMatch(message -> message.kind() == Outbox.Kind.STOCK_CHANGED)) scope.mayBeDoneAgain();
        Set<UUID> raised = subjects(messages, Outbox.Kind.STOCK_RAISED);
        if (!raised.isEmpty()) waiting.serveWaiting(raised, ACTOR);
        Set<UUID> channels = new TreeSet<>();
        for (UUID listing : subjects(messages, Outbox.Kind.LISTING_LINKED)) {
            waiting.serveLinked(listing, ACTOR);
            listings.tell(listing);
            channels.add(listings.get(listing).channelId());
        }
        Set<UUID> changed = subjects(messages, Outbox.Kind.STOCK_CHANGED);
        if (!changed.isEmpty()) channels.addAll(publications.changed(changed, oldest(messages)));
        return new Done(messages.size(), 0, channels);
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

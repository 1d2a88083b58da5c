package io.onhand.publication;

import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who tells a channel now. One node has it at a time, until it releases it or the lease ends; who has it may take it again.
 * Publications are locked before leases. Use inside {@link TenantScope#call}.
 */
@Singleton
public class Leases {
    private final TenantScope scope;

    /** Names this node among those that tell channels. */
    private final UUID me = UUID.randomUUID();

    @Inject
    public Leases(TenantScope scope) {
        this.scope = scope;
    }

    UUID me() {
        return me;
    }

    /**
     * A channel that was taken.
     *
     * @param number counts how often it was taken; a release by an earlier number does nothing
     * @param continued whether this node had it already
     * @param rested whether nobody had it for a second before, so that who looks for work has seen its queue
     */
    record Lease(long number, boolean continued, boolean rested) {}

    /**
     * Takes those active channels that nobody else has, for what this transaction takes out of the queue or keeps from it; the
     * answer says which. One whose last holder may have left something in hand is for {@link #takeForQueue}.
     */
    Supplier<Map<UUID, Lease>> takeInHand(Collection<UUID> channels, Duration length) {
        return take(
                channels,
                length,
                true,
                "x.ends_at > now() and x.holder = excluded.holder or x.ends_at <= now() and not x.in_hand");
    }

    /** Takes a channel that nobody else has, for what is in its queue. */
    Supplier<Map<UUID, Lease>> takeForQueue(UUID channel, Duration length) {
        return take(List.of(channel), length, false, "x.ends_at <= now() or x.holder = excluded.holder");
    }

    private Supplier<Map<UUID, Lease>> take(
            Collection<UUID> channels, Duration length, boolean inHand, String condition) {
        if (channels.isEmpty()) return Map::of;
        return scope.sql()
                .ask(
                        new HashMap<UUID, Lease>(),
                        (taken, row) -> taken.put(
                                row.id("channel_id"),
                                new Lease(row.big("number"), row.flag("continued"), row.flag("rested"))),
                        """
                        insert into publication_lease as x (tenant_id, channel_id, holder, ends_at, number, in_hand)
                        select tenant_id, id, ?, clock_timestamp() + make_interval(secs => ?), 1, ? from channel
                        where tenant_id = ? and id = any(?) and state = 'active' order by id
                        on conflict (tenant_id, channel_id) do update set holder = excluded.holder, ends_at = greatest(x.ends_at, excluded.ends_at),
                          number = x.number + 1, continued = x.holder = excluded.holder and x.ends_at > now(),
                          in_hand = x.in_hand or excluded.in_hand, rested = x.ends_at < now() - interval '1 second'
                        where %s
                        returning x.channel_id, x.number, x.continued, x.rested""".formatted(condition),
                        me,
                        length.toMillis() / 1000.0,
                        inHand,
                        scope.tenant(),
                        new TreeSet<>(channels).toArray(UUID[]::new));
    }

    /** Waits for whoever takes the channel in a transaction of theirs. */
    void await(UUID channel) {
        scope.sql()
                .list(
                        "select channel_id from publication_lease where tenant_id = ? and channel_id = ? for update",
                        row -> row.id("channel_id"),
                        scope.tenant(),
                        channel);
    }

    /** Others may take the channel, unless it was taken again since; written with a later statement. */
    void release(UUID channel, long number) {
        scope.sql()
                .later(
                        "update publication_lease set ends_at = now(), in_hand = false where tenant_id = ? and channel_id = ? and holder = ? and number = ?",
                        scope.tenant(),
                        channel,
                        me,
                        number);
    }
}

package io.onhand.publication;

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
import java.util.TreeMap;
import java.util.UUID;

/** How true the channels are, in figures. Use inside {@link TenantScope#look}. */
@Singleton
public class PublicationFigures {
    private final TenantScope scope;
    private final Clock clock;

    @Inject
    public PublicationFigures(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * One channel.
     *
     * @param waiting listings in its queue; what is being told just now does not count
     * @param oldestWaiting since when the oldest of them waits, or null
     * @param unitsAtRisk of those listings, units that the channel may still sell and that are no longer ours to sell there
     * @param lag of the listings told in the asked span
     * @param lastToldAt when it last took anything, or null
     */
    public record ChannelFigures(
            UUID channel,
            String name,
            String connector,
            String state,
            int waiting,
            Instant oldestWaiting,
            int unitsAtRisk,
            Lag lag,
            Instant lastToldAt,
            Instant circuitOpenUntil) {}

    /** The lag of all channels in one minute. */
    public record MinuteLag(Instant minute, Lag lag) {}

    /** Every channel that can be told, with its lag over the last {@code span}. */
    public List<ChannelFigures> channels(Duration span) {
        Map<UUID, Map<Integer, Integer>> lags = new HashMap<>();
        scope.sql()
                .list(
                        "select channel_id, bucket, sum(told)::int as told from publication_lag where tenant_id = ? and minute >= ? group by channel_id, bucket",
                        row -> lags.computeIfAbsent(row.id("channel_id"), channel -> new TreeMap<>())
                                .put(row.number("bucket"), row.number("told")),
                        scope.tenant(),
                        clock.instant().minus(span));
        return scope.sql()
                .list(
                        """
                        select c.id, c.name, c.connector, c.state, c.circuit_open_until, c.last_success_at,
                          coalesce(w.waiting, 0)::int as waiting, w.oldest, coalesce(w.at_risk, 0)::int as at_risk
                        from channel c left join lateral (
                          select count(*) as waiting, min(p.stale_since) as oldest,
                            sum(greatest(0, coalesce(p.told_quantity, 0) - coalesce(p.pending_quantity, p.told_quantity, 0))) as at_risk
                          from publication p where p.tenant_id = c.tenant_id and p.channel_id = c.id and p.queue_place is not null) as w on true
                        where c.tenant_id = ? and c.publishes order by c.name""",
                        row -> new ChannelFigures(
                                row.id("id"),
                                row.text("name"),
                                row.text("connector"),
                                row.text("state"),
                                row.number("waiting"),
                                row.instant("oldest"),
                                row.number("at_risk"),
                                Lag.of(lags.getOrDefault(row.id("id"), Map.of())),
                                row.instant("last_success_at"),
                                row.instant("circuit_open_until")),
                        scope.tenant());
    }

    /** The lag of a channel, or of all with null, minute by minute over the last {@code span}; minutes without any are missing. */
    public List<MinuteLag> minutes(UUID channel, Duration span) {
        TreeMap<Instant, Map<Integer, Integer>> minutes = new TreeMap<>();
        scope.sql()
                .list(
                        """
                        select minute, bucket, sum(told)::int as told from publication_lag
                        where tenant_id = ? and (?::uuid is null or channel_id = ?) and minute >= ? group by minute, bucket""",
                        row -> minutes.computeIfAbsent(row.instant("minute"), minute -> new TreeMap<>())
                                .put(row.number("bucket"), row.number("told")),
                        scope.tenant(),
                        channel,
                        channel,
                        clock.instant().minus(span));
        List<MinuteLag> result = new ArrayList<>();
        minutes.forEach((minute, counts) -> result.add(new MinuteLag(minute, Lag.of(counts))));
        return result;
    }
}

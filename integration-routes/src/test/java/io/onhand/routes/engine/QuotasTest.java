package io.onhand.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channel.ConnectorDescriptor.Limits;
import io.onhand.tenant.Ids;
import io.onhand.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A channel is asked nearly as often as it allows, and never more often. */
class QuotasTest {
    private static final Limits TEN_PER_SECOND = new Limits(100, 10, 1, 0, 0);
    private static final Limits FIVE_AT_ONCE = new Limits(100, 10, 5, 0, 0);

    private Instant now = Instant.parse("2026-11-25T09:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Quotas quotas = new Quotas(clock);
    private final ChannelKey channel = new ChannelKey(new TenantId(Ids.next()), Ids.next());

    private int taken(Duration during) {
        return taken(during, TEN_PER_SECOND);
    }

    private int taken(Duration during, Limits limits) {
        int taken = 0;
        Instant end = now.plus(during);
        while (now.isBefore(end)) {
            if (quotas.take(channel, limits)) {
                taken++;
            }
            now = now.plusMillis(1);
        }
        return taken;
    }

    @Test
    void moreThanNineTenthsOfTheQuotaAreUsedAndNotAllOfIt() {
        assertThat(taken(Duration.ofSeconds(100))).isBetween(901, 999);
    }

    @Test
    void aChannelThatTakesSeveralAtOnceIsAskedAlmostAsOftenAsItAllowsAndHasRoomForOneMore() {
        assertThat(taken(Duration.ofMillis(1), FIVE_AT_ONCE)).isEqualTo(1);
        now = now.plusSeconds(10);
        assertThat(IntStream.range(0, 10)
                        .filter(i -> quotas.take(channel, FIVE_AT_ONCE))
                        .count())
                .isEqualTo(4);
        assertThat(taken(Duration.ofSeconds(100), FIVE_AT_ONCE)).isBetween(985, 999);
    }

    @Test
    void aRestIsKeptHoweverMuchWasSavedUp() {
        quotas.rest(channel, Duration.ofSeconds(3));
        assertThat(taken(Duration.ofSeconds(3))).isZero();
        assertThat(quotas.take(channel, TEN_PER_SECOND)).isTrue();
    }

    @Test
    void aShorterRestDoesNotEndALongerOne() {
        quotas.rest(channel, Duration.ofSeconds(60));
        quotas.rest(channel, Duration.ofSeconds(1));
        now = now.plusSeconds(59);
        assertThat(quotas.rests(channel)).isTrue();
        now = now.plusSeconds(1);
        assertThat(quotas.rests(channel)).isFalse();
    }

    @Test
    void aRequestThatIsMadeInAnyCaseHasItsTurnBeforeThoseThatComeLater() {
        assertThat(quotas.take(channel, TEN_PER_SECOND)).isTrue();
        Instant start = now;
        Instant turn = quotas.takeAnyway(channel, TEN_PER_SECOND);
        assertThat(turn).isBetween(start.plusMillis(100), start.plusMillis(110));
        while (!quotas.take(channel, TEN_PER_SECOND)) {
            now = now.plusMillis(1);
        }
        assertThat(now).isAfter(turn.plusMillis(99));
    }

    @Test
    void eachChannelHasItsOwn() {
        assertThat(quotas.take(channel, TEN_PER_SECOND)).isTrue();
        assertThat(quotas.take(channel, TEN_PER_SECOND)).isFalse();
        ChannelKey other = new ChannelKey(channel.tenant(), Ids.next());
        assertThat(quotas.take(other, TEN_PER_SECOND)).isTrue();
    }
}

package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.onhand.world.MovableClock;
import io.onhand.world.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
    private static final TemporalUnitOffset ALMOST = within(1, ChronoUnit.MILLIS);

    private final MovableClock own = new MovableClock();
    private final DatabaseClock clock = new DatabaseClock(own);

    @Test
    void aNodeWhoseClockIsWrongGoesByTheDatabase() {
        Instant database = own.instant().minus(Duration.ofMinutes(7));
        clock.heard(database, own.instant());
        assertThat(clock.instant()).isCloseTo(database, ALMOST);
        own.pass(Duration.ofSeconds(3));
        assertThat(clock.instant()).isCloseTo(database.plusSeconds(3), ALMOST);
    }

    @Test
    void aNodeThatIsInStepGoesByItsOwn() {
        clock.heard(own.instant().minusMillis(60), own.instant());
        assertThat(clock.instant()).isCloseTo(own.instant(), ALMOST);
    }

    @Test
    void aClockThatIsPutRightIsBelievedAgain() {
        Instant right = own.instant();
        own.pass(Duration.ofMinutes(5));
        clock.heard(right, own.instant());
        assertThat(clock.instant()).isCloseTo(right, ALMOST);
        own.pass(Duration.ofMinutes(-5));
        clock.heard(own.instant().minusMillis(20), own.instant());
        assertThat(clock.instant()).isCloseTo(own.instant(), ALMOST);
    }

    @Test
    void aLateAnswerSaysNothing() {
        Instant asked = own.instant();
        Instant database = asked.minus(Duration.ofMinutes(1));
        own.pass(Duration.ofMillis(51));
        clock.heard(database, asked);
        assertThat(clock.instant()).isCloseTo(own.instant(), ALMOST);
    }

    @Test
    void datesAreThoseOfTheZone() {
        clock.heard(Instant.parse("2026-03-01T20:00:00Z"), own.instant());
        assertThat(LocalDate.now(clock.withZone(ZoneId.of("Asia/Seoul")))).isEqualTo("2026-03-02");
        assertThat(LocalDate.now(clock.withZone(ZoneId.of("Asia/Seoul")).withZone(ZoneId.of("UTC"))))
                .isEqualTo("2026-03-01");
    }

    @Test
    void everyTransactionHearsTheDatabase() {
        MovableClock wrong = new MovableClock();
        wrong.pass(Duration.ofDays(400));
        try (Database database =
                new Database(TestDatabase.get().settings(DatabaseSettings.APP, 1), new DatabaseClock(wrong))) {
            wrong.pass(Duration.ofDays(1));
            TenantScope scope = new TenantScope(database);
            scope.run(new TenantId(Ids.next()), () -> scope.sql().list("select 1", row -> row));
            assertThat(database.clock().instant())
                    .isBetween(
                            Clock.systemUTC().instant().minusSeconds(60),
                            Clock.systemUTC().instant().plusSeconds(60));
        }
    }
}

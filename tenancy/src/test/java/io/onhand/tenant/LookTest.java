package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.world.TestDatabase;
import io.onhand.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A look reads as its tenant, in no transaction, and can do nothing else. */
class LookTest {
    private static final String CODES = "select code from sku order by code";

    private final World world = new World();
    private final TenantScope scope = world.core.scope;

    private <T> T look(Supplier<T> work) {
        return scope.look(world.tenant, work);
    }

    private List<String> codes() {
        return scope.sql().list(CODES, row -> row.text("code"));
    }

    @Test
    void eachRoundTripOfALookSeesTheTenantAndNobodyElse() {
        world.sku("MUG");
        World other = new World();
        other.sku("CUP");
        look(() -> {
            assertThat(codes()).containsExactly("MUG");
            assertThat(codes()).containsExactly("MUG");
            return null;
        });
        assertThat(other.core.scope.look(
                        other.tenant, () -> other.core.scope.sql().list(CODES, row -> row.text("code"))))
                .containsExactly("CUP");
    }

    @Test
    void questionsThatTravelTogetherAreAllOfTheTenant() {
        world.sku("MUG");
        look(() -> {
            Supplier<List<String>> first =
                    scope.sql().ask(new ArrayList<>(), (all, row) -> all.add(row.text("code")), CODES);
            assertThat(codes()).containsExactly("MUG");
            assertThat(first.get()).containsExactly("MUG");
            return null;
        });
    }

    @Test
    void aLookSeesWhatIsCommittedWhileItLasts() {
        look(() -> {
            assertThat(codes()).isEmpty();
            Thread writer = new Thread(() -> world.sku("MUG"));
            writer.start();
            try {
                writer.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(codes()).containsExactly("MUG");
            return null;
        });
    }

    @Test
    void whatALookFoundIsForgottenByItsConnection() {
        world.sku("MUG");
        look(this::codes);
        assertThatThrownBy(
                        () -> look(() -> scope.sql().list("select no_such_column from sku", row -> row.text("code"))))
                .isInstanceOf(DatabaseFailure.class);
        for (int i = 0; i < 100; i++)
            assertThat(TestDatabase.get().app().read("select count(*) as skus from sku", row -> row.number("skus")))
                    .containsExactly(0);
    }

    @Test
    void aLookCanNeitherWriteNorLock() {
        world.sku("MUG");
        for (String change : List.of(
                "update sku set name = 'Cup' returning code",
                "delete from sku returning code",
                "select code from sku for update",
                "select code from sku for no key update"))
            assertThatThrownBy(() -> look(() -> scope.sql().list(change, row -> row.text("code"))))
                    .as(change)
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("read-only transaction");
        // Sent with a later statement, of which there may be none: it would be lost without a word.
        assertThatThrownBy(() -> look(() -> {
                    scope.sql().later("delete from sku");
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> look(scope::entities)).isInstanceOf(IllegalStateException.class);
        world.sku("JUG");
        assertThat(look(this::codes)).containsExactly("JUG", "MUG");
    }

    @Test
    void aLookJoinsTheTransactionThatItIsIn() {
        world.run(() -> {
            scope.sql()
                    .later(
                            "insert into sku (tenant_id, id, code, name, unit, created_at) values (?, ?, 'JAR', 'Jar', 'ea', now())",
                            world.tenant,
                            Ids.next());
            assertThat(look(this::codes)).containsExactly("JAR");
        });
        assertThat(look(this::codes)).containsExactly("JAR");
    }

    @Test
    void aChangeInsideOfALookIsRefused() {
        assertThatThrownBy(() -> look(() -> world.in(() -> "changed")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside of a look");
        World other = new World();
        assertThatThrownBy(() -> look(() -> scope.look(other.tenant, () -> "looked")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another tenant");
    }

    @Test
    void whoeverComesWhileOthersLookWaitsForItsTurn() throws InterruptedException {
        DatabaseSettings known = TestDatabase.get().settings(DatabaseSettings.APP, 4);
        try (Database one = new Database(
                new DatabaseSettings(known.url(), known.user(), known.password(), known.connections(), 1))) {
            TenantScope narrow = new TenantScope(one);
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            Thread second = new Thread(() -> narrow.look(world.tenant, () -> order.add("second")));
            narrow.look(world.tenant, () -> {
                second.start();
                // What changes something waits for no look.
                new TenantScope(one).run(world.tenant, () -> {});
                while (second.isAlive() && second.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
                return order.add("first");
            });
            second.join();
            assertThat(order).containsExactly("first", "second");
        }
    }

    @Test
    void aLookThatFailsGivesItsTurnBack() {
        for (int i = 0; i < 50; i++)
            assertThatThrownBy(() -> look(() -> {
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
        assertThat(look(this::codes)).isEmpty();
    }
}

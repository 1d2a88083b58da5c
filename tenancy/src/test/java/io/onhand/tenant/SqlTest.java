package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Statements that wait travel together, in their order, and are always sent in the end. */
class SqlTest {
    private static final String RENAME = "update sku set name = ? where tenant_id = ? and code = ?";
    private static final String NAME = "select name from sku where tenant_id = ? and code = ?";

    private final World world = new World();

    private Supplier<List<String>> askName(String code) {
        return world.core
                .scope
                .sql()
                .ask(new ArrayList<>(), (names, row) -> names.add(row.text("name")), NAME, world.tenant, code);
    }

    private List<String> nameOf(String code) {
        return world.in(() -> askName(code).get());
    }

    @Test
    void aQuestionIsAnsweredAsOfItsPlaceAmongTheStatements() {
        world.sku("MUG");
        world.run(() -> {
            Supplier<List<String>> before = askName("MUG");
            world.core.scope.sql().later(RENAME, "Cup", world.tenant, "MUG");
            Supplier<List<String>> after = askName("MUG");
            assertThat(after.get()).containsExactly("Cup");
            assertThat(before.get()).containsExactly("Name of MUG");
        });
    }

    @Test
    void aChangeThatNobodyAsksAboutIsWrittenAtTheEnd() {
        world.sku("MUG");
        world.run(() -> world.core.scope.sql().later(RENAME, "Cup", world.tenant, "MUG"));
        assertThat(nameOf("MUG")).containsExactly("Cup");
    }

    @Test
    void aChangeWhoseCheckFailsTakesEverythingBack() {
        world.sku("MUG");
        assertThatThrownBy(() -> world.run(() -> {
                    world.core.scope.sql().later(RENAME, "Cup", world.tenant, "MUG");
                    world.core
                            .scope
                            .sql()
                            .later(
                                    RENAME,
                                    met -> {
                                        throw new IllegalStateException("met " + met);
                                    },
                                    "Jug",
                                    world.tenant,
                                    "NO-SUCH");
                }))
                .hasMessage("met 0");
        assertThat(nameOf("MUG")).containsExactly("Name of MUG");
    }

    @Test
    void entitiesSeeWhatWaited() {
        world.sku("MUG");
        world.run(() -> {
            world.core.scope.sql().later(RENAME, "Cup", world.tenant, "MUG");
            Object name = world.core
                    .scope
                    .entities()
                    .createQuery("select s.name from SkuEntity s where s.code = 'MUG'")
                    .getSingleResult();
            assertThat(name).isEqualTo("Cup");
        });
    }
}

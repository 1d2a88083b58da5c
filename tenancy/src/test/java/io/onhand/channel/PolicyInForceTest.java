package io.onhand.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.world.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyInForceTest {
    private static final int VERSIONS = 5;

    private final World world = new World();
    private UUID channel;

    @BeforeEach
    void aChannelWhosePolicyChangedSometimes() {
        world.warehouse("SEOUL").channel("Mall", "SEOUL");
        channel = world.channelId("Mall");
        for (int version = 2; version <= VERSIONS; version++)
            world.policy("Mall", new ChannelPolicy(0, List.of(world.locationId("SEOUL")), version, 0, null, 0, null));
    }

    @Test
    void isTheNewest() {
        assertThat(rows(
                        "select p.buffer_units || ' of ' || p.version || ' ' || n.location_id as seen from channel c ",
                        "seen"))
                .containsExactly(VERSIONS + " of " + VERSIONS + " " + world.locationId("SEOUL"));
    }

    /** By the version too, so that the others are not read. */
    @Test
    void isFoundByItsKey() {
        assertThat(rows("explain select p.version, n.location_id from channel c ", "QUERY PLAN"))
                .filteredOn(line -> line.contains("Index Cond"))
                .filteredOn(line -> line.contains("version = c.policy_version"))
                .hasSize(2);
    }

    private List<String> rows(String query, String column) {
        return world.in(() -> world.core
                .scope
                .sql()
                .list(
                        query + PolicyInForce.POLICY + PolicyInForce.NETWORK
                                + "where c.tenant_id = ? and c.id = any(?)",
                        row -> row.text(column),
                        world.tenant,
                        new UUID[] {channel}));
    }
}

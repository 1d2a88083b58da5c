package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onhand.tenant.TenantId;
import io.onhand.tenant.Tenants.Grant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Grant BLUEHAN = new Grant(new TenantId(new UUID(0, 1)), "bluehan", Set.of("orders:read"));
    private static final Grant AOZORA = new Grant(new TenantId(new UUID(0, 2)), "aozora", Set.of("orders:write"));

    private static final class Given extends Grants {
        private final List<Grant> given;

        Given(Grant... given) {
            super(null, null);
            this.given = List.of(given);
        }

        @Override
        public List<Grant> of(String client) {
            return client.equals("partner") ? given : List.of();
        }
    }

    private static final Token PARTNER = new Token("partner", Set.of());

    private static Gate gate(Grant... grants) {
        return new Gate(new Given(grants));
    }

    private static String refused(Gate gate, Token token, String alias, String scope) {
        return catchThrowableOfType(HttpRefusal.class, () -> gate.partner(token, alias, scope))
                .code();
    }

    @Test
    void clientWithOneGrantWorksForThatTenant() {
        Caller caller = gate(BLUEHAN).partner(PARTNER, null, "orders:read");
        assertThat(caller).isEqualTo(new Caller("partner", BLUEHAN.tenant(), "bluehan"));
    }

    @Test
    void clientOfSeveralTenantsSaysWhich() {
        Gate gate = gate(AOZORA, BLUEHAN);
        assertThat(refused(gate, PARTNER, null, "orders:read")).isEqualTo("tenant-required");
        assertThat(gate.partner(PARTNER, "bluehan", "orders:read").tenant()).isEqualTo(BLUEHAN.tenant());
    }

    @Test
    void clientOfManyTenantsIsToldSomeOfThem() {
        Grant[] many = IntStream.rangeClosed(1, 1_000)
                .mapToObj(number ->
                        new Grant(new TenantId(new UUID(1, number)), "merchant-" + number, Set.of("orders:read")))
                .toArray(Grant[]::new);
        HttpRefusal refusal =
                catchThrowableOfType(HttpRefusal.class, () -> gate(many).partner(PARTNER, null, "orders:read"));
        assertThat(refusal).hasMessageEndingWith("merchant-19, merchant-20 …");
    }

    @Test
    void scopeOfOneTenantDoesNotCountAtAnother() {
        assertThat(refused(gate(AOZORA, BLUEHAN), PARTNER, "bluehan", "orders:write"))
                .isEqualTo("scope-missing");
    }

    @Test
    void tenantWithoutGrantIsRefusedWhetherItExistsOrNot() {
        assertThat(refused(gate(BLUEHAN), PARTNER, "aozora", "orders:read")).isEqualTo("tenant-not-granted");
        assertThat(refused(gate(BLUEHAN), PARTNER, "nobody", "orders:read")).isEqualTo("tenant-not-granted");
    }

    @Test
    void clientWithoutAnyGrantIsRefused() {
        assertThat(refused(gate(BLUEHAN), new Token("stranger", Set.of()), null, "orders:read"))
                .isEqualTo("no-grant");
    }

    @Test
    void onlyTheOperatorsRoleMayOperateThePlatform() {
        HttpRefusal refusal =
                catchThrowableOfType(HttpRefusal.class, () -> gate(BLUEHAN).operator(PARTNER));
        assertThat(refusal.code()).isEqualTo("role-missing");
        Token operator = new Token("onhand-operator", Set.of("platform-operator"));
        assertThat(gate().operator(operator).client()).isEqualTo("onhand-operator");
    }
}

package io.onhand.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Contents;
import io.onhand.acceptance.product.Superuser;
import io.onhand.acceptance.running.RunningProduct;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No operation works for who cannot prove a right to it, and none lets such a one change anything. */
class WithoutRightsIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    private static OpenApi api;
    private static Household household;
    private static Map<String, String> oddTokens;

    @BeforeAll
    static void thereIsATenantAndThereAreOddTokens() {
        api = OpenApi.of(product.url());
        household = Household.found(product.installation(), Campaign.scopes(api.operations()));
        oddTokens = new OddTokens(product.installation()).all(household.token(household.everything()));
    }

    static Stream<Operation> operations() {
        return OpenApi.of(product.url()).operations().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void isRefusedWithoutATokenWithAnOddOneAndWithoutTheScope(Operation operation) throws IOException {
        try (Superuser database = new Superuser(product.installation(), Superuser.ONHAND);
                Sender sender = new Sender(product.url())) {
            TenantRows rows = new TenantRows(database, household.id());
            Contents before = rows.atStandstill(household.api());
            assertThat(answer(sender, operation, null, "")).isEqualTo("401 token-required");
            for (Map.Entry<String, String> odd : oddTokens.entrySet()) {
                assertThat(answer(sender, operation, odd.getValue(), ""))
                        .as("a token that is %s", odd.getKey())
                        .isIn("401 token-required", "401 token-invalid");
            }
            String good = household.token(household.everything());
            if (operation.operators()) {
                assertThat(answer(sender, operation, good, "")).isEqualTo("403 role-missing");
            } else {
                assertThat(answer(sender, operation, good, "aozora")).isEqualTo("403 tenant-not-granted");
                assertThat(answer(sender, operation, household.operatorToken(), ""))
                        .isEqualTo("403 no-grant");
            }
            if (!operation.scope().isEmpty()) {
                String less = household.token(household.allBut(operation.scope()));
                assertThat(answer(sender, operation, less, "")).isEqualTo("403 scope-missing");
            }
            assertThat(before.changes(rows.now())).isEmpty();
        }
    }

    /** Status and code of the answer to a request that is good but for its token, or the tenant it wants. */
    private static String answer(Sender sender, Operation operation, String token, String tenant) throws IOException {
        Draft draft = Draft.wellMeant(operation, new Sample(api, household, new Random(1)));
        if (!tenant.isEmpty()) {
            draft.headers().add(new Draft.Pair("Onhand-Tenant", tenant));
        }
        Answer answer = sender.send(draft, token);
        assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
        return answer.status() + " " + answer.code();
    }
}

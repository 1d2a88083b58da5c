package io.onhand.acceptance.running;

import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Sandbox;
import io.onhand.acceptance.product.Tokens;
import io.onhand.acceptance.product.Until;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole product for black-box tests: PostgreSQL, Keycloak, Payara Micro, the sandbox marketplace and the demo data,
 * started through the packaged launcher with free ports and fresh data, once for all test classes of the JVM, and ended
 * after the last of them.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final RunningProduct product = new RunningProduct();
 * }</pre>
 *
 * While a test is being written, a product that runs already saves the start: {@code -Donhand.data=.onhand}, or {@code
 * -Donhand.url=… -Donhand.keycloak.url=… -Donhand.sandbox.url=…}. It is left running.
 */
public final class RunningProduct implements BeforeAllCallback {
    /** How long {@code eventually} waits for what the product does by itself. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(RunningProduct.class);

    private Installation installation;
    private Tokens tokens;

    @Override
    public void beforeAll(ExtensionContext context) {
        installation = context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(Lifetime.class, key -> new Lifetime(), Lifetime.class)
                .installation();
        tokens = new Tokens(installation.keycloakUrl());
    }

    /** Address of the portal, with {@code /api} and {@code /hooks} below; no slash at the end. */
    public String url() {
        return installation.url();
    }

    /** Address of Keycloak; no slash at the end. */
    public String keycloakUrl() {
        return installation.keycloakUrl();
    }

    /** Address of the sandbox marketplace; no slash at the end. */
    public String sandboxUrl() {
        return installation.sandboxUrl();
    }

    /**
     * The folder that the launcher writes to: logs, process files, database. Skips the test when the product runs
     * elsewhere.
     */
    public Path data() {
        return installation.data().orElseGet(() -> Assumptions.abort("the product runs elsewhere"));
    }

    /** All its addresses. */
    public Installation installation() {
        return installation;
    }

    /**
     * A bearer token of {@code demo-partner} (tenant bluehan) or {@code aozora-partner} (tenant aozora), or of any client
     * whose secret is its name with {@code -secret} at the end.
     */
    public String token(String client) {
        return tokens.of(client);
    }

    /** A bearer token of the platform's operator, who onboards tenants. Skips the test when the product runs elsewhere. */
    public String operatorToken() {
        return Lifetime.launch(data()).output("token", "operator");
    }

    /** The partner API as a client calls it whose {@link #token} there is. */
    public PartnerApi api(String client) {
        return new PartnerApi(url(), tokens.supplier(client));
    }

    /** The partner API of the tenant bluehan. */
    public PartnerApi api() {
        return api("demo-partner");
    }

    /** The sandbox marketplace, where buyers order and faults are switched on. */
    public Sandbox sandbox() {
        return new Sandbox(sandboxUrl());
    }

    /**
     * Runs assertions again and again until they pass, at most {@link #PATIENCE}.
     *
     * @throws AssertionError why they did not pass the last time
     */
    public static void eventually(Runnable assertions) {
        Until.passes(PATIENCE, assertions);
    }

    /** The same with a patience of one's own. */
    public static void eventually(Duration patience, Runnable assertions) {
        Until.passes(patience, assertions);
    }

    /**
     * Asks again and again until the answer is as wanted, at most {@link #PATIENCE}.
     *
     * @return the answer
     * @throws AssertionError with the last answer
     */
    public static <T> T eventually(Supplier<T> question, Predicate<T> wanted) {
        T answer = Until.holds(PATIENCE, question, wanted);
        if (!wanted.test(answer)) {
            throw new AssertionError("after " + PATIENCE.toSeconds() + " s still: " + answer);
        }
        return answer;
    }
}

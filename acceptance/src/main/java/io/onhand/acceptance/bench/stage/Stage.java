package io.onhand.acceptance.bench.stage;

import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Tokens;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A merchant of the benchmark's own: a tenant with a partner client, one place, many SKUs with plenty of stock, and a shop
 * of the sandbox marketplace that sells all of them and is told every change. Made once and found again.
 */
public final class Stage {
    /** Alias of the tenant. */
    public static final String TENANT = "bench";

    /** The partner client; its secret is its name with {@code -secret} at the end, as in the demo. */
    public static final String CLIENT = "bench-partner";

    /** The only place. */
    public static final String LOCATION = "BENCH-SEOUL";

    private final Installation installation;
    private final DatabaseServer server;
    private final Tokens tokens;
    private final PartnerApi api;
    private final Consumer<String> progress;

    /**
     * Calls nothing yet.
     *
     * @param progress is told what takes a while
     */
    public Stage(Installation installation, DatabaseServer server, Consumer<String> progress) {
        this.installation = installation;
        this.server = server;
        this.progress = progress;
        this.tokens = new Tokens(installation.keycloakUrl());
        this.api = new PartnerApi(installation.url(), tokens.supplier(CLIENT));
    }

    /** What a scenario needs to know of the stage. */
    public record Ready(Tokens tokens, PartnerApi api, String tenantId, String channelId, int skus, String hotSku) {}

    /** Makes what is missing: the first time takes a minute, later ones no time. */
    public Ready prepare(int skus) throws SQLException {
        if (tenantId() == null) {
            progress.accept("making the tenant " + TENANT);
            new Merchants(installation).onboard(TENANT, CLIENT);
        }
        String tenant = tenantId();
        api.put(
                        "/locations/" + LOCATION,
                        Json.object()
                                .put("name", "Bench")
                                .put("kind", "warehouse")
                                .put("timeZone", "Asia/Seoul"))
                .expect(200, 201);
        Shelf shelf = new Shelf(server, api, tenant, progress);
        shelf.fill(skus);
        Shop shop = new Shop(installation, api, "Bench", "bench");
        String channel = shop.connect(LOCATION);
        shop.list(shelf, progress);
        try (Backlog backlog = new Backlog(server)) {
            Duration took = backlog.drain();
            if (took.toSeconds() > 0) {
                progress.accept("the shop was told everything after " + took.toSeconds() + " s");
            }
        }
        return new Ready(tokens, api, tenant, channel, skus, shelf.hottest());
    }

    private String tenantId() throws SQLException {
        return server.text("select tenant_id from tenant where alias = ?", TENANT);
    }
}

package io.onhand.acceptance.bench.stage;

import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Tokens;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** The partners whose load it is: as many as it takes for none of them to meet the limit of what one may ask. */
    private static final List<String> CLIENTS = List.of(
            CLIENT,
            CLIENT + "-2",
            CLIENT + "-3",
            CLIENT + "-4",
            CLIENT + "-5",
            CLIENT + "-6",
            CLIENT + "-7",
            CLIENT + "-8");

    /** The only place. */
    public static final String LOCATION = "BENCH-SEOUL";

    /** Shops that sell the same. */
    public static final int MALLS = 10;

    private static final int HOT_SKUS = 10;

    private final Installation installation;
    private final DatabaseServer server;
    private final Consumer<String> progress;
    private final Tokens tokens;
    private final PartnerApi api;
    private final AtomicInteger turn = new AtomicInteger();
    private Shelf shelf;
    private Shop shop;
    private int skus;

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

    /**
     * Makes what is missing: the first time takes a minute or two, later ones no time.
     *
     * @param wanted SKUs of {@link Goods#SPREAD}
     */
    public Stage prepare(int wanted) throws SQLException {
        progress.accept("the tenant " + TENANT);
        new Merchants(installation).onboard(TENANT, CLIENTS);
        api.put(
                        "/locations/" + LOCATION,
                        Json.object()
                                .put("name", "Bench")
                                .put("kind", "warehouse")
                                .put("timeZone", "Asia/Seoul"))
                .expect(200, 201);
        skus = wanted;
        shelf = new Shelf(server, api, tenant(), progress);
        boolean isNew = shelf.fill(Goods.SPREAD, wanted);
        isNew |= shelf.fill(Goods.HOT, HOT_SKUS);
        shop = new Shop(installation, api, "Bench", "bench", 2);
        shop.connect(LOCATION);
        shop.list(shelf, Goods.SPREAD, progress);
        shop.list(shelf, Goods.HOT, progress);
        settle();
        if (isNew) {
            new FirstOrders(api, shop.channelId(), wanted).place();
            settle();
            // What the server does by itself within minutes: a mass of new rows is not planned for like an empty table.
            server.execute(DatabaseServer.PRODUCT, "vacuum analyze");
        }
        return this;
    }

    private void settle() throws SQLException {
        try (Backlog backlog = new Backlog(server)) {
            Duration took = backlog.drain();
            if (took.toSeconds() > 0) {
                progress.accept("the shops were told everything after " + took.toSeconds() + " s");
            }
        }
    }

    /** Ten more shops that sell the same SKUs; open until they are closed. */
    public List<Shop> malls(int count) throws SQLException {
        boolean isNew = shelf.fill(Goods.MALL, count);
        List<Shop> malls = new ArrayList<>();
        for (int number = 1; number <= MALLS; number++) {
            String name = String.format(Locale.ROOT, "Bench mall %02d", number);
            String id = String.format(Locale.ROOT, "benchmall%02d", number);
            Shop mall = new Shop(installation, api, name, id, 50);
            mall.connect(LOCATION);
            mall.list(shelf, Goods.MALL, progress);
            mall.open();
            malls.add(mall);
        }
        settle();
        if (isNew) {
            server.execute(DatabaseServer.PRODUCT, "vacuum analyze");
        }
        return malls;
    }

    private UUID tenant() throws SQLException {
        String id = server.text("select tenant_id from tenant where alias = ?", TENANT);
        return id == null ? null : UUID.fromString(id);
    }

    /** The partners in turn. */
    public String nextClient() {
        return CLIENTS.get(turn.getAndIncrement() % CLIENTS.size());
    }

    /** Tokens of the partner clients. */
    public Tokens tokens() {
        return tokens;
    }

    /** The API as the partner client calls it. */
    public PartnerApi api() {
        return api;
    }

    /** Our id of the tenant. */
    public UUID tenantId() throws SQLException {
        return tenant();
    }

    /** Our id of the channel that sells the spread and the hot SKUs. */
    public String channelId() {
        return shop.channelId();
    }

    /** How many SKUs the load is spread over. */
    public int skus() {
        return skus;
    }

    /** Code of the hot SKU with the most units left. */
    public String hotSku() {
        try {
            return shelf.hottest();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}

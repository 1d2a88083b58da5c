package io.onhand.acceptance.bench.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Sandbox;
import io.onhand.acceptance.product.SandboxShop;
import io.onhand.acceptance.product.Tokens;
import io.onhand.acceptance.product.Until;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Other merchants in the same installation, each with a place, a few SKUs and a shop. They are made without people: the
 * tenant and its grant are written to the database, the rest comes through the API.
 */
public final class Neighbours {
    /** The partner client that works for all of them, and for the benchmark's own merchant. */
    public static final String CLIENT = "bench-many";

    /** SKUs of each. */
    public static final int SKUS = 5;

    private static final int UNITS = 1_000_000;
    private static final String SHOP = "benchmany";

    private final Installation installation;
    private final DatabaseServer server;
    private final PartnerApi api;
    private final Consumer<String> progress;

    /** Calls nothing yet. */
    public Neighbours(Installation installation, DatabaseServer server, Consumer<String> progress) {
        this.installation = installation;
        this.server = server;
        this.progress = progress;
        this.api = new PartnerApi(installation.url(), new Tokens(installation.keycloakUrl()).supplier(CLIENT));
    }

    /** Alias of one of them; they count from 1. */
    public static String alias(int number) {
        return "bench-n" + number;
    }

    /** What the shop of each calls a SKU. */
    public static String listing(int number) {
        return "L-N-" + number;
    }

    /** Lets the partner client work for the benchmark's own merchant. */
    public void admit() {
        new Merchants(installation).onboard(Stage.TENANT, List.of(CLIENT));
    }

    /** Makes them; returns our ids of their channels by alias. */
    public Map<String, String> settle(int count) throws SQLException {
        progress.accept("making " + count + " more tenants");
        openShop();
        server.update("""
                with made as (insert into tenant (tenant_id, alias, name, time_zone, locale, out_of_stock, created_at)
                  select gen_random_uuid(), 'bench-n' || n, 'Neighbour ' || n, 'Asia/Seoul', 'en', 'backorder', now()
                  from generate_series(1, ?) as g(n) on conflict do nothing returning tenant_id),
                ends as (insert into location (tenant_id, id, code, name, kind, time_zone, created_at)
                  select m.tenant_id, overlay(overlay(md5(m.tenant_id || '/' || e.code) placing '3' from 13) placing
                      to_hex((('x' || substr(md5(m.tenant_id || '/' || e.code), 17, 1))::bit(4)::int & 3) | 8) from 17)::uuid, e.code, e.code, 'virtual', 'Asia/Seoul', now()
                  from made m cross join (values ('@supplier'), ('@customer'), ('@adjustment'), ('@in-transit'), ('@quarantine')) as e(code)),
                goods as (insert into sku (tenant_id, id, code, name, unit, created_at)
                  select m.tenant_id, md5(m.tenant_id || ' ' || k)::uuid, 'N-' || k, 'Neighbour ' || k, 'piece', now()
                  from made m cross join generate_series(1, ?) as g(k))
                insert into partner_grant (client_id, tenant_id, scopes, granted_at, granted_by)
                  select g.client_id, m.tenant_id, g.scopes, now(), 'bench' from made m
                  cross join partner_grant g join tenant t on t.tenant_id = g.tenant_id and t.alias = ? where g.client_id = ?""", count, SKUS, Stage.TENANT, CLIENT);
        awaitGrants();
        Map<String, String> channels = new ConcurrentHashMap<>();
        Batches.of(
                IntStream.rangeClosed(1, count).boxed().toList(),
                20,
                some -> some.forEach(number -> {
                    String alias = alias(number);
                    channels.put(alias, furnish(alias));
                }));
        try (Backlog backlog = new Backlog(server)) {
            backlog.drain();
        }
        server.execute(DatabaseServer.PRODUCT, "vacuum analyze");
        return channels;
    }

    private void openShop() {
        SandboxShop shop = new Sandbox(installation.sandboxUrl()).shop(SHOP);
        ObjectNode terms = Json.object().put("clientSecret", SHOP + "-secret").put("historyLimit", 2);
        terms.putObject("quota").put("requestsPerSecond", 0).put("burst", 1);
        shop.settings(terms);
        IntStream.rangeClosed(1, SKUS).forEach(sku -> shop.list(listing(sku), "N-" + sku));
    }

    /** What a client was granted is remembered by the server for a few seconds. */
    private void awaitGrants() {
        Until.holds(
                Duration.ofSeconds(20),
                () -> api.send("GET", "/tenants/current", null, header(alias(1)))
                        .status(),
                status -> status == 200);
    }

    private static Map<String, String> header(String alias) {
        return Map.of("Onhand-Tenant", alias);
    }

    private String furnish(String alias) {
        Map<String, String> tenant = header(alias);
        ObjectNode place =
                Json.object().put("name", "Place").put("kind", "warehouse").put("timeZone", "Asia/Seoul");
        api.send("PUT", "/locations/HERE", place, tenant).expect(200, 201);
        List<ObjectNode> levels = new ArrayList<>();
        List<ObjectNode> listings = new ArrayList<>();
        for (int sku = 1; sku <= SKUS; sku++) {
            levels.add(
                    Json.object().put("sku", "N-" + sku).put("location", "HERE").put("quantity", UNITS));
            listings.add(Json.object().put("externalId", listing(sku)).put("skuCode", "N-" + sku));
        }
        api.send("POST", "/stock/levels", Json.object().set("levels", Json.array(levels)), tenant)
                .expect(200);
        String channel = channel(tenant);
        ObjectNode linked = Json.object().put("channelId", channel);
        linked.set("listings", Json.array(listings));
        api.send("POST", "/listings", linked, tenant).expect(200);
        return channel;
    }

    private String channel(Map<String, String> tenant) {
        var known = api.send("GET", "/channels", null, tenant).expect(200).at("/items/0/id");
        if (!known.isMissingNode()) {
            return known.asText();
        }
        ObjectNode channel = Json.object().put("connector", "sandbox").put("name", "Shop");
        byte[] key = "no secret at all: the neighbours' shop".getBytes(StandardCharsets.UTF_8);
        channel.putObject("settings")
                .put("url", installation.sandboxUrl())
                .put("shop", SHOP)
                .put("clientSecret", SHOP + "-secret")
                .put("webhookSecret", "whsec_" + Base64.getEncoder().encodeToString(key))
                .put("requestsPerSecond", "10000");
        channel.putObject("policy").put("outOfStock", "backorder").set("network", Json.texts("HERE"));
        return api.send("POST", "/channels", channel, tenant)
                .expect(201)
                .path("id")
                .asText();
    }
}

package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Superuser;
import io.onhand.acceptance.product.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A tenant of our own that has something of every kind, made through the same doors that everybody uses. Its channels are
 * paused: nothing of it moves by itself.
 */
final class Household {
    /** Of all its clients. */
    static final String SECRET = "hostile-secret";

    private final Installation installation;
    private final String alias;
    private final Tokens tokens;
    private final Map<IdKind, List<String>> things = new EnumMap<>(IdKind.class);
    private final List<String> listings = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private ObjectNode tenant;
    private PartnerApi api;
    private String id;

    private Household(Installation installation, String alias) {
        this.installation = installation;
        this.alias = alias;
        this.tokens = new Tokens(installation.keycloakUrl());
        for (IdKind kind : IdKind.values()) {
            things.put(kind, new ArrayList<>());
        }
    }

    /**
     * Makes a new one, with a client for it that may do everything.
     *
     * @param scopes every scope that there is
     * @throws Installation.NotThere if the product is on another machine: only there the operator's secret is known
     */
    static Household found(Installation installation, Set<String> scopes) {
        String alias = "hostile-" + UUID.randomUUID().toString().substring(0, 8);
        Household household = new Household(installation, alias);
        household.onboard(scopes);
        new Furnishing(installation, household).all();
        return household;
    }

    private void onboard(Set<String> scopes) {
        ObjectNode wanted = Json.object()
                .put("alias", alias)
                .put("name", "Hostile " + alias)
                .put("timeZone", "Asia/Seoul")
                .put("locale", "en")
                .put("outOfStock", "backorder")
                .put("domain", alias + ".example");
        wanted.putObject("admin")
                .put("username", alias)
                .put("email", alias + "@" + alias + ".example")
                .put("firstName", "Gaeul")
                .put("lastName", "Han")
                .put("password", alias);
        ArrayNode clients = wanted.putArray("partnerClients");
        client(clients, everything(), scopes);
        for (String scope : scopes) {
            Set<String> others = new TreeSet<>(scopes);
            others.remove(scope);
            client(clients, allBut(scope), others);
        }
        operatorApi().post("/tenants", wanted).expect(200);
        tenant = wanted.deepCopy();
        // What is said again must not take rights from the clients that the requests come from.
        client(
                tenant.putArray("partnerClients"),
                alias + "-spare",
                Set.of(scopes.iterator().next()));
        api = new PartnerApi(installation.url(), () -> token(everything()));
        try (Superuser database = new Superuser(installation, Superuser.ONHAND)) {
            id = database.texts("select tenant_id from tenant where alias = ?", alias)
                    .get(0);
        }
    }

    private static void client(ArrayNode clients, String clientId, Collection<String> scopes) {
        clients.addObject()
                .put("clientId", clientId)
                .put("secret", SECRET)
                .set("scopes", Json.texts(scopes.toArray(String[]::new)));
    }

    /** What a channel needs to read {@link #file}. */
    ObjectNode fileSettings() {
        return Json.object()
                .put("mall", "own")
                .put("zone", "Asia/Seoul")
                .put("currency", "KRW")
                .put("columns", "orderId=Order; orderedAt=Date; sku=Item; quantity=Units");
    }

    /** An order file with one order of that number, and a row that cannot be an order. */
    byte[] file(String number) {
        String sku = all(IdKind.SKU).get(0);
        String row = number + ",2026-08-03 21:14:08," + sku + ",";
        return ("Order,Date,Item,Units\r\n" + row + "1\r\n" + "Z" + row + "some\r\n").getBytes(StandardCharsets.UTF_8);
    }

    String alias() {
        return alias;
    }

    /** Our id of the tenant. */
    String id() {
        return id;
    }

    /** Ids or codes of what the tenant has; the lines stand in the order of their orders. */
    List<String> all(IdKind kind) {
        return things.get(kind);
    }

    /** The channel on which orders come by API. */
    String mall() {
        return things.get(IdKind.CHANNEL).get(0);
    }

    /** The channel that takes files. */
    String files() {
        return things.get(IdKind.CHANNEL).get(1);
    }

    /** Imports whose columns nobody has explained yet. */
    List<String> unexplained() {
        return unexplained;
    }

    /** A file with headers that no template knows. */
    byte[] unknownFile(String number) {
        return ("No,When,What,Howmany\r\n" + number + ",2026-08-03 21:14:08,"
                        + all(IdKind.SKU).get(0) + ",1\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Which column of it is what. */
    ObjectNode explanation() {
        return Json.object()
                .put("orderId", "No")
                .put("orderedAt", "When")
                .put("sku", "What")
                .put("quantity", "Howmany");
    }

    /** The mall's ids of what it sells. */
    List<String> listings() {
        return listings;
    }

    /** What was said to onboard it: said again, it changes nothing. */
    ObjectNode tenant() {
        return tenant.deepCopy();
    }

    PartnerApi api() {
        return api;
    }

    /** The client that may do everything in this tenant. */
    String everything() {
        return alias + "-all";
    }

    /** The client that may do everything in this tenant but what that scope allows. */
    String allBut(String scope) {
        return alias + "-no-" + scope.replace(':', '-');
    }

    /** A bearer token of one of the tenant's clients. */
    String token(String client) {
        return tokens.of(client, SECRET);
    }

    /** A bearer token of the platform's operator. */
    String operatorToken() {
        return tokens.of("onhand-operator", Superuser.secret(installation, "client.onhand-operator.secret"));
    }

    PartnerApi operatorApi() {
        return new PartnerApi(installation.url(), this::operatorToken);
    }
}

package io.onhand.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.onhand.tenant.Tenants;
import io.onhand.world.TestDatabase;
import io.onhand.world.World;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packaged API on Payara Micro, as its partners meet it. */
@ExtendWith({ServerSettings.class, ArquillianExtension.class})
class ApiServerIT {
    private static final String PARTNER = "warehouse-system";
    private static final String READER = "price-watcher";
    private static final World WORLD = world();

    @ArquillianResource
    private URL deployed;

    private URI server;
    private Partner partner;
    private Partner stranger;

    @Deployment(testable = false)
    static WebArchive api() {
        return ShrinkWrap.create(ZipImporter.class, "api.war")
                .importFrom(new File(System.getProperty("onhand.war")))
                .as(WebArchive.class);
    }

    private static World world() {
        World world = new World("refuse");
        world.run(() -> {
            world.core.tenants.grant(PARTNER, Tenants.SCOPES, "tester");
            world.core.tenants.grant(READER, List.of("stock:read"), "tester");
        });
        return world;
    }

    @BeforeEach
    void callers() {
        server = URI.create("http://localhost:" + deployed.getPort());
        partner = new Partner(server, Realm.get().token(PARTNER));
        stranger = new Partner(server, null);
    }

    @Test
    void theServerIsAliveAndReady() {
        assertThat(health("/health/live")).isEqualTo("api UP");
        assertThat(health("/health/ready")).isEqualTo("api-database UP");
    }

    @Test
    void theOpenApiDocumentNamesEveryPath() {
        Reply json = stranger.get("/api/openapi");
        JsonNode document = json.ok(200);
        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/api");
        Set<String> named = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(named::add);
        assertThat(named).isEqualTo(paths());
    }

    @Test
    void theOpenApiDocumentComesAsYamlToo() {
        Reply yaml = stranger.send("GET", "/api/openapi", null, "Accept", "application/yaml");
        assertThat(yaml.status()).isEqualTo(200);
        assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
        assertThat(yaml.body()).contains("openapi: 3.", "/v1/orders/{id}/cancellations:");
    }

    @Test
    void theOpenApiDocumentSendsClientsToTheConfiguredRealm() {
        assertThat(stranger.get("/api/openapi")
                        .ok(200)
                        .at("/components/securitySchemes/oauth2/flows/clientCredentials/tokenUrl")
                        .asText())
                .isEqualTo(Realm.get().issuer() + "/protocol/openid-connect/token");
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        Reply refused = stranger.get("/api/v1/orders");
        refused.problem(401, "token-required");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer ");
    }

    @Test
    void nobodyGetsInWithABadToken() {
        Realm realm = Realm.get();
        for (String token : List.of(
                "no.such.token",
                realm.expiredToken(PARTNER),
                realm.tokenForAnotherAudience(PARTNER),
                realm.tokenOfAnotherIssuer(PARTNER),
                realm.tokenSignedWithAnotherKey(PARTNER))) {
            Reply refused = new Partner(server, token).get("/api/v1/orders");
            refused.problem(401, "token-invalid");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer ");
        }
    }

    @Test
    void aPartnerKeepsStockAndHandsInAnOrder() {
        UUID channel = channelWithStock("BUSAN", "MUG-RED", 5);
        String order = """
                {"channelId":"%s","externalId":"20261121-0001","placedAt":"2026-11-21T09:30:00+09:00","currency":"KRW",
                 "buyer":{"name":"김견본"},"lines":[{"externalLineId":"1","skuCodes":["MUG-RED"],"quantity":2,"unitPriceMinor":12000}]}
                """.formatted(channel);

        Reply accepted = partner.send("POST", "/api/v1/orders", order, "Idempotency-Key", "order-20261121-0001");
        assertThat(accepted.ok(201).path("outcome").asText()).isEqualTo("new");
        assertThat(accepted.json().path("state").asText()).isEqualTo("held");

        Reply repeated = partner.send("POST", "/api/v1/orders", order, "Idempotency-Key", "order-20261121-0001");
        assertThat(repeated.ok(201)).isEqualTo(accepted.json());
        assertThat(repeated.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(partner.post("/api/v1/orders", order).ok(200).path("outcome").asText())
                .isEqualTo("duplicate");

        URI place = URI.create(accepted.header("Location"));
        assertThat(place.getPath())
                .isEqualTo("/api/v1/orders/" + accepted.json().path("id").asText());
        Reply read = partner.get(place.getPath());
        assertThat(read.ok(200).at("/lines/0/held").asInt()).isEqualTo(2);
        assertThat(read.json().at("/holds/0/location").asText()).isEqualTo("BUSAN");
        assertThat(read.json().at("/buyer/name").asText()).isEqualTo("김견본");
        assertThat(read.json().path("totalMinor").asLong()).isEqualTo(24_000);
        assertThat(level("MUG-RED")).isEqualTo("5 on hand, 2 reserved");

        Reply cancelled = partner.send(
                "POST",
                place.getPath() + "/cancellations",
                "{\"reason\":\"changed their mind\"}",
                "If-Match",
                read.header("ETag"));
        assertThat(cancelled.ok(200).path("state").asText()).isEqualTo("cancelled");
        assertThat(level("MUG-RED")).isEqualTo("5 on hand, 0 reserved");
        WORLD.ledgerBalances();
    }

    @Test
    void aChannelMaySellWhatIsLeft() {
        UUID channel = channelWithStock("DAEGU", "MUG-BLUE", 3);
        JsonNode answer = partner.get("/api/v1/availability/MUG-BLUE?explain=true&channel=" + channel)
                .ok(200);
        assertThat(answer.path("available").asInt()).isEqualTo(3);
        assertThat(answer.path("policyVersion").asInt()).isEqualTo(1);
        WORLD.ledgerBalances();
    }

    @Test
    void nobodyChangesWhatSomebodyElseHasChangedMeanwhile() {
        String seoul = "{\"name\":\"Seoul\",\"kind\":\"warehouse\",\"timeZone\":\"Asia/Seoul\"}";
        Reply first = partner.put("/api/v1/locations/ULSAN", seoul);
        first.ok(200);
        partner.put("/api/v1/locations/ULSAN", seoul.replace("Seoul\",\"kind", "Ulsan\",\"kind"))
                .ok(200);
        partner.send("PUT", "/api/v1/locations/ULSAN", seoul, "If-Match", first.header("ETag"))
                .problem(412, "changed-meanwhile");
    }

    @Test
    void aClientMayDoOnlyWhatWasGranted() {
        Partner reader = new Partner(server, Realm.get().token(READER));
        reader.get("/api/v1/stock/levels").ok(200);
        Reply refused = reader.post(
                "/api/v1/stock/adjustments",
                "{\"adjustments\":[{\"sku\":\"A\",\"location\":\"B\",\"delta\":1,\"reason\":\"found\"}]}");
        assertThat(refused.problem(403, "scope-missing").path("detail").asText())
                .contains("stock:write");
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
        new Partner(server, Realm.get().token("unheard-of"))
                .get("/api/v1/stock/levels")
                .problem(403, "no-grant");
        partner.post("/api/v1/tenants", "{}").problem(403, "role-missing");
    }

    @Test
    void wrongInputIsNamed() {
        partner.post("/api/v1/orders", "{\"channelId\":").problem(400, "malformed-json");
        assertThat(partner.post("/api/v1/orders", "{\"lines\":[{\"quantity\":\"two\"}]}")
                        .problem(400, "wrong-type")
                        .path("field")
                        .asText())
                .isEqualTo("lines[0].quantity");
        assertThat(partner.put("/api/v1/locations/JEJU", "{\"nmae\":\"Jeju\"}")
                        .problem(400, "unknown-field")
                        .path("field")
                        .asText())
                .isEqualTo("nmae");
        JsonNode incomplete = partner.put("/api/v1/locations/JEJU", "{\"name\":\"Jeju\",\"kind\":\"cave\"}")
                .problem(422, "invalid-input");
        assertThat(incomplete.findValuesAsText("field")).contains("kind", "timeZone");
        assertThat(partner.get("/api/v1/orders?limit=0")
                        .problem(400, "limit-out-of-range")
                        .path("field")
                        .asText())
                .isEqualTo("limit");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        partner.get("/api/v1/orders/" + UUID.randomUUID()).problem(404, "order-not-found");
        partner.get("/api/v1/skus/NO-SUCH-SKU").problem(404, "sku-not-found");
        partner.get("/api/v1/orders/not-an-id").problem(404, "no-such-path");
        partner.get("/api/v1/nothing").problem(404, "no-such-path");
        stranger.get("/api/nothing").problem(404, "no-such-path");
    }

    @Test
    void aWrongMethodIsAnsweredWithTheRightOnes() {
        Reply refused = partner.delete("/api/v1/locations/SEOUL");
        refused.problem(405, "method-not-allowed");
        assertThat(refused.header("Allow")).contains("GET", "PUT");
    }

    @Test
    void aWrongMediaTypeIsRefused() {
        partner.send("PUT", "/api/v1/locations/SEOUL", "<location/>", "Content-Type", "application/xml")
                .problem(415, "unsupported-media-type");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String twoMegabytes = "x".repeat(2 * 1024 * 1024);
        partner.put("/api/v1/locations/SEOUL", "{\"name\":\"" + twoMegabytes + "\"}")
                .problem(413, "body-too-large");
        partner.get("/api/v1/tenants/current").ok(200);
    }

    @Test
    void theServerSaysThatItsDatabaseIsAwayAndRecovers() throws SQLException {
        try {
            asSuperuser(
                    "alter role onhand_app nologin",
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'onhand_app'");
            CompletableFuture<Reply> call = CompletableFuture.supplyAsync(() -> partner.get("/api/v1/stock/levels"));
            Eventually.is("not ready", Duration.ofSeconds(20), () -> health("/health/ready")
                    .equals("api-database DOWN"));
            Reply refused = call.join();
            refused.problem(503, "temporarily-unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(health("/health/live")).isEqualTo("api UP");
        } finally {
            asSuperuser("alter role onhand_app login");
        }
        Eventually.is("ready again", Duration.ofSeconds(20), () -> health("/health/ready")
                .equals("api-database UP"));
        partner.get("/api/v1/stock/levels").ok(200);
    }

    /** A location with so many units of a new SKU, and a channel that sells from there. */
    private UUID channelWithStock(String location, String sku, int units) {
        partner.put(
                        "/api/v1/locations/" + location,
                        "{\"name\":\"Main\",\"kind\":\"warehouse\",\"timeZone\":\"Asia/Seoul\",\"country\":\"KR\"}")
                .ok(200);
        partner.put("/api/v1/skus/" + sku, "{\"name\":\"Mug\"}").ok(200);
        JsonNode adjusted = partner.post(
                        "/api/v1/stock/adjustments",
                        "{\"adjustments\":[{\"sku\":\"%s\",\"location\":\"%s\",\"delta\":%d,\"reason\":\"received\"}]}"
                                .formatted(sku, location, units))
                .ok(200);
        assertThat(adjusted.path("applied").asInt()).as(adjusted.toString()).isEqualTo(1);
        Reply connected = partner.post(
                "/api/v1/channels",
                "{\"connector\":\"%s\",\"name\":\"Mall of %s\",\"policy\":{\"network\":[\"%s\"]}}"
                        .formatted(World.SHOP.id(), location, location));
        return UUID.fromString(connected.ok(201).path("id").asText());
    }

    private String level(String sku) {
        JsonNode level = partner.get("/api/v1/stock/levels/" + sku).ok(200).at("/items/0");
        return level.path("onHand").asInt() + " on hand, "
                + level.path("reserved").asInt() + " reserved";
    }

    /** The one check at that path, with its state. */
    private String health(String path) {
        JsonNode health = stranger.get(path).json();
        JsonNode check = health.at("/checks/0");
        assertThat(health.path("checks")).hasSize(1);
        assertThat(health.path("status")).isEqualTo(check.path("status"));
        return check.path("name").asText() + " " + check.path("status").asText();
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.get().superuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The path of every operation, as its class says. */
    private static Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.onhand.api")) {
            if (type.isAnnotatedWith(Path.class)) {
                operations(type.reflect()).map(ApiServerIT::path).forEach(paths::add);
            }
        }
        return paths;
    }

    private static Stream<Method> operations(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods()).filter(method -> Stream.of(method.getAnnotations())
                .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class)));
    }

    private static String path(Method operation) {
        Path own = operation.getAnnotation(Path.class);
        String whole =
                "/v1/" + operation.getDeclaringClass().getAnnotation(Path.class).value()
                        + (own == null ? "" : "/" + own.value());
        return whole.replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
    }
}

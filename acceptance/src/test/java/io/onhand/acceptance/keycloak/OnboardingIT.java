package io.onhand.acceptance.keycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.portal.Chromium;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Contents;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Superuser;
import io.onhand.acceptance.product.Tokens;
import io.onhand.acceptance.product.Until;
import io.onhand.acceptance.running.RunningProduct;
import io.onhand.acceptance.running.Supervised;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Onboarding is one call. When it breaks off half way, wherever that is, the same call again makes the tenant whole. */
class OnboardingIT {
    /** Until a Keycloak that died serves again. */
    private static final Duration RESTART = Duration.ofMinutes(3);

    /** What Keycloak writes while people and programs do nothing but read. */
    private static final Set<String> DIARIES =
            Set.of("event_entity", "admin_event_entity", "offline_user_session", "offline_client_session");

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static PartnerApi operator;
    private static Superuser keycloak;
    private static Superuser onhand;
    private static List<String> whole;

    @BeforeAll
    static void oneTenantIsOnboardedInOneGo() {
        Tokens tokens = new Tokens(product.keycloakUrl());
        String secret = Superuser.secret(product.installation(), "client.onhand-operator.secret");
        operator = new PartnerApi(product.url(), () -> tokens.of("onhand-operator", secret));
        keycloak = new Superuser(product.installation(), Superuser.KEYCLOAK);
        onhand = new Superuser(product.installation(), Superuser.ONHAND);
        String alias = newAlias();
        onboard(tenant(alias)).expect(200);
        whole = shape(alias);
    }

    @AfterAll
    static void close() {
        keycloak.close();
        onhand.close();
    }

    @ParameterizedTest(name = "{0}: {1} where {2}")
    @CsvSource(delimiter = '|', textBlock = """
            onhand   | tenant                 | true
            onhand   | location               | new.code = 'in-transit' or new.kind = 'virtual'
            keycloak | org                    | true
            keycloak | org_domain             | true
            keycloak | keycloak_group         | new.name = 'ALIAS'
            keycloak | keycloak_group         | new.name = 'operator'
            keycloak | group_role_mapping     | true
            keycloak | keycloak_group         | new.name = 'viewer'
            keycloak | resource_server_policy | new.name = 'admins of ALIAS'
            keycloak | resource_server_policy | new.name = 'organization ALIAS'
            keycloak | resource_server_policy | new.name = 'people of ALIAS'
            keycloak | user_entity            | new.username = 'ALIAS-admin'
            keycloak | credential             | true
            keycloak | user_group_membership  | true
            keycloak | user_group_membership  | (select name from keycloak_group where id = new.group_id) = 'ALIAS'
            keycloak | user_group_membership  | (select name from keycloak_group where id = new.group_id) = 'operator'
            keycloak | user_role_mapping      | (select name from keycloak_role where id = new.role_id) = 'tenant-admin'
            keycloak | user_role_mapping      | (select name from keycloak_role where id = new.role_id) = 'query-groups'
            keycloak | policy_config          | new.name = 'users' and new.value <> '[]'
            keycloak | user_entity            | new.username = 'ALIAS-viewer'
            keycloak | user_group_membership  | (select name from keycloak_group where id = new.group_id) = 'viewer'
            keycloak | client                 | true
            keycloak | protocol_mapper        | true
            onhand   | partner_grant          | true
            """)
    void afterAWriteThatFailedTheSameCallMakesTheTenantWhole(String database, String table, String condition) {
        String alias = newAlias();
        ObjectNode tenant = tenant(alias);
        Superuser broken = database.equals(Superuser.ONHAND) ? onhand : keycloak;
        FailingWrite failure = new FailingWrite(broken, table, condition.replace("ALIAS", alias));
        try {
            Answer answer = onboard(tenant);
            assertThat(answer.status() + " " + answer.code())
                    .isEqualTo(broken == onhand ? "503 temporarily-unavailable" : "503 identity-unavailable");
        } finally {
            failure.close();
        }
        assertThat(shape(alias)).isNotEqualTo(whole);

        onboard(tenant).expect(200);
        assertThat(shape(alias)).isEqualTo(whole);
    }

    @Test
    void whenKeycloakDiesInTheMiddleTheSameCallMakesTheTenantWhole() {
        String alias = newAlias();
        ObjectNode tenant = tenant(alias);
        ArrayNode people = tenant.withArray("people");
        for (int i = 0; i < 40; i++) {
            people.add(person(alias + "-staff" + i));
        }
        Supervised server = Supervised.of(product, "keycloak");
        CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> onboard(tenant));
        Until.holds(RESTART, () -> made(alias), made -> made >= 10);
        server.kill();
        Answer answer = call.join();
        assertThat(answer.status() + " " + answer.code()).isEqualTo("503 identity-unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        server.awaitAnother(
                RESTART, () -> assertThat(Http.send("GET", product.keycloakUrl() + "/realms/onhand", null, Map.of())
                                .status())
                        .isEqualTo(200));
        assertThat(made(alias)).isBetween(10, 41);

        onboard(tenant).expect(200);
        assertThat(shape(alias))
                .filteredOn(line -> line.startsWith("person ALIAS"))
                .hasSize(42);
        assertThat(shape(alias))
                .filteredOn(line -> line.startsWith("permission"))
                .isEqualTo(permissions());
        ConsolePage console = ConsolePage.signIn(chromium.window(), product.keycloakUrl(), alias + "-admin");
        console.open("users");
        assertThat(console.link(alias + "-admin")).isVisible();
        assertThat(console.link("minji")).isHidden();
        console.page().getByPlaceholder("Search user").fill("minji");
        console.page().getByPlaceholder("Search user").press("Enter");
        assertThat(console.page().getByText("No search results")).isVisible();
        console.open("organizations");
        assertThat(console.link(alias)).isVisible();
        assertThat(console.link("bluehan")).isHidden();
    }

    @Test
    void theCallAgainForAWholeTenantChangesNothing() {
        ObjectNode tenant = tenant(newAlias());
        Answer first = onboard(tenant);
        Contents identities = Contents.of(keycloak, DIARIES);
        List<String> grants = grants();

        Answer second = onboard(tenant);
        assertThat(second.expect(200)).isEqualTo(first.expect(200));
        assertThat(identities.changes(Contents.of(keycloak, DIARIES))).isEmpty();
        assertThat(grants()).isEqualTo(grants);
    }

    @Test
    void aRefusedCallMakesNothing() {
        String alias = newAlias();
        Contents identities = Contents.of(keycloak, DIARIES);
        refused(tenant(alias).put("domain", "bluehan.example"), 422, "domain-refused", "domain");
        refused(tenant(alias).put("timeZone", "Mars/Base"), 422, "time-zone-unknown", "timeZone");
        ObjectNode person = tenant(alias);
        person.withArray("people").add(person("minji"));
        refused(person, 409, "person-taken", "people[1].username");
        ObjectNode address = tenant(alias);
        address.withArray("people").add(person(alias + "-b").put("email", "minji@bluehan.example"));
        refused(address, 409, "person-taken", "people[1].email");
        ObjectNode twice = tenant(alias);
        twice.withArray("people").add(person(alias + "-admin"));
        refused(twice, 422, "named-twice", "people[1].username");
        ObjectNode name = tenant(alias);
        ((ObjectNode) name.path("admin")).put("lastName", "Kim <script>");
        refused(name, 422, "name-malformed", "admin.lastName");
        ObjectNode client = tenant(alias);
        ((ObjectNode) client.at("/partnerClients/0")).put("clientId", "onhand-portal");
        refused(client, 409, "client-taken", "partnerClients[0].clientId");
        ObjectNode scope = tenant(alias);
        scope.withArray("/partnerClients/0/scopes").add("everything");
        refused(scope, 422, "scope-unknown", "partnerClients[0].scopes");

        assertThat(identities.changes(Contents.of(keycloak, DIARIES))).isEmpty();
        assertThat(onhand.texts("select alias from tenant where alias = ?", alias))
                .isEmpty();
    }

    private static void refused(ObjectNode tenant, int status, String code, String field) {
        Answer answer = onboard(tenant);
        assertThat(List.of(answer.status(), answer.code(), answer.field()))
                .as(answer.toString())
                .isEqualTo(List.of(status, code, field));
    }

    private static String newAlias() {
        return "it" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** An admin, one who reads, and a partner's program. The password of people is their name. */
    private static ObjectNode tenant(String alias) {
        ObjectNode tenant = Json.object()
                .put("alias", alias)
                .put("name", "Once More Inc.")
                .put("timeZone", "Asia/Seoul")
                .put("domain", alias + ".example");
        tenant.set("admin", person(alias + "-admin"));
        tenant.putArray("people").add(person(alias + "-viewer"));
        ObjectNode client = tenant.putArray("partnerClients").addObject().put("clientId", alias + "-partner");
        client.put("secret", alias + "-partner-secret").set("scopes", Json.texts("orders:write", "stock:read"));
        return tenant;
    }

    private static ObjectNode person(String username) {
        return Json.object()
                .put("username", username)
                .put("email", username + "@onboarding.example")
                .put("firstName", "Gaeul")
                .put("lastName", "Han")
                .put("password", username);
    }

    private static Answer onboard(ObjectNode tenant) {
        return operator.post("/tenants", tenant);
    }

    private static List<String> shape(String alias) {
        return new TenantShape(Admin.platform(product.installation()), onhand).of(alias);
    }

    private static List<String> permissions() {
        return whole.stream().filter(line -> line.startsWith("permission")).toList();
    }

    private static List<String> grants() {
        return onhand.texts("select g::text from partner_grant g order by 1");
    }

    private static int made(String alias) {
        return keycloak.texts("select username from user_entity where starts_with(username, ?)", alias)
                .size();
    }
}

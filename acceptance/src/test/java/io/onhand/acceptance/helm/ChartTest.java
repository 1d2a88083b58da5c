package io.onhand.acceptance.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
    private static final Map<String, String> SECRETS = Map.of(
            "databaseAppPassword", "app-password-1",
            "databaseRelayPassword", "relay-password-2",
            "databaseOwnerPassword", "owner-password-3",
            "portalClientSecret", "portal-secret-4",
            "onboardingClientSecret", "onboarding-secret-5",
            "keys", "k1:" + "A".repeat(43) + "=");

    private final Chart example = new Chart();

    @Test
    void lintsStrictly() throws IOException {
        LintResult result = Chart.lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"portal, portal.war, /", "api, api.war, /api", "routes, routes.war, /hooks"})
    void eachWarRunsAtItsOwnContextRootAndIsReachedThere(String component, String war, String contextRoot) {
        Manifests manifests = example.render();

        List<String> args = Manifests.texts(Manifests.container(manifests.the("Deployment", "shop-onhand-" + component))
                .path("args"));
        assertThat(args)
                .containsSubsequence("--deploy", "/opt/onhand/" + war, "--contextroot", contextRoot)
                .containsSubsequence("--port", "8080");
        assertThat(manifests.ofKind("Ingress").stream()
                        .flatMap(ingress ->
                                ingress.at("/spec/rules/0/http/paths").valueStream())
                        .filter(path -> path.path("path").asText().equals(contextRoot))
                        .map(path -> path.at("/backend/service/name").asText()))
                .containsExactly("shop-onhand-" + component);
        assertThat(manifests.the("Service", "shop-onhand-" + component).at("/spec/selector"))
                .isEqualTo(selectorOf(manifests.the("Deployment", "shop-onhand-" + component)));
    }

    @Test
    void everyDeploymentIsProbed() {
        for (JsonNode deployment : deployments(example)) {
            JsonNode container = Manifests.container(deployment);
            assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/live");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
            assertThat(container.at("/readinessProbe/httpGet/port").asText())
                    .isEqualTo(container.at("/ports/0/name").asText());
        }
    }

    @Test
    void noPodIsRootOrWritesOutsideTmpOrHoldsTokenOfTheCluster() {
        List<JsonNode> pods = example.render().pods();
        assertThat(pods).hasSize(4);
        for (JsonNode pod : pods) {
            JsonNode container = pod.at("/spec/containers/0");
            assertThat(pod.at("/spec/automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            assertThat(pod.at("/spec/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(Manifests.texts(container.at("/securityContext/capabilities/drop")))
                    .containsExactly("ALL");
            assertThat(container.at("/volumeMounts/0/mountPath").asText()).isEqualTo("/tmp");
            assertThat(pod.at("/spec/volumes/0/emptyDir").isObject()).isTrue();
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        }
    }

    @Test
    void configurationHoldsNoSecret() {
        JsonNode data = example.render().the("ConfigMap", "shop-onhand").path("data");

        Set<String> keys = new TreeSet<>();
        data.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .containsExactly(
                        "ONHAND_DATABASE_APP_CONNECTIONS",
                        "ONHAND_DATABASE_URL",
                        "ONHAND_KEYCLOAK_REALM",
                        "ONHAND_KEYCLOAK_URL");
    }

    @Test
    void furtherConfigurationIsPassedOnAndMayNotBeASecret() {
        JsonNode data = example.with("keycloak.internalUrl", "http://keycloak.login:8080")
                .with("configuration.ONHAND_API_REQUESTS", "100")
                .render()
                .the("ConfigMap", "shop-onhand")
                .path("data");

        assertThat(data.path("ONHAND_KEYCLOAK_INTERNAL_URL").asText()).isEqualTo("http://keycloak.login:8080");
        assertThat(data.path("ONHAND_API_REQUESTS").asText()).isEqualTo("100");
        assertThatThrownBy(() -> example.with("configuration.ONHAND_DATABASE_APP_PASSWORD", "x")
                        .render())
                .hasMessageContaining("ONHAND_DATABASE_APP_PASSWORD");
    }

    @Test
    void serverLearnsTheSchemeOfThePublicAddressFromTheIngress() {
        Manifests manifests = example.render();

        assertThat(manifests
                        .the("ConfigMap", "shop-onhand-server")
                        .at("/data/before-boot")
                        .asText())
                .contains("scheme-mapping=X-Forwarded-Proto\n")
                .contains("tcp.read-timeout-millis=10000\n");
        for (JsonNode deployment : manifests.ofKind("Deployment")) {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/volumes/1/configMap/name").asText()).isEqualTo("shop-onhand-server");
            String folder = pod.at("/containers/0/volumeMounts/1/mountPath").asText();
            assertThat(Manifests.texts(pod.at("/containers/0/args")))
                    .containsSubsequence("--prebootcommandfile", folder + "/before-boot");
        }
    }

    @Test
    void secretsGivenAsValuesStandInSecretsOnly() {
        Manifests manifests = withOwnSecrets().render();

        for (String secret : SECRETS.values()) {
            assertThat(manifests.text()).doesNotContain(secret);
            String encoded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(manifests.documents().stream()
                            .filter(document -> document.toString().contains(encoded))
                            .map(document -> document.path("kind").asText()))
                    .containsExactly("Secret");
        }
    }

    @Test
    void everySecretThatAPodReadsIsThere() {
        Manifests manifests = withOwnSecrets().render();

        for (JsonNode pod : manifests.pods())
            for (JsonNode variable : pod.at("/spec/containers/0/env")) {
                JsonNode reference = variable.at("/valueFrom/secretKeyRef");
                if (reference.isMissingNode()) continue;
                JsonNode secret = manifests.the("Secret", reference.path("name").asText());
                assertThat(secret.path("data").has(reference.path("key").asText()))
                        .as("%s", reference)
                        .isTrue();
            }
    }

    @Test
    void eachPodReadsTheSecretsItNeedsAndNoOther() {
        Manifests manifests = example.render();

        assertThat(secretsOf(manifests, "Deployment", "portal"))
                .containsExactly("ONHAND_DATABASE_APP_PASSWORD", "ONHAND_PORTAL_CLIENT_SECRET", "ONHAND_SECRETS_KEYS");
        assertThat(secretsOf(manifests, "Deployment", "api"))
                .containsExactly(
                        "ONHAND_DATABASE_APP_PASSWORD", "ONHAND_ONBOARDING_CLIENT_SECRET", "ONHAND_SECRETS_KEYS");
        assertThat(secretsOf(manifests, "Deployment", "routes"))
                .containsExactly(
                        "ONHAND_DATABASE_APP_PASSWORD", "ONHAND_DATABASE_RELAY_PASSWORD", "ONHAND_SECRETS_KEYS");
        assertThat(secretsOf(manifests, "Job", "migrate")).containsExactly("ONHAND_DATABASE_OWNER_PASSWORD");
    }

    @Test
    void schemaIsMigratedBeforePodsChange() {
        JsonNode job = example.render().the("Job", "shop-onhand-migrate");

        assertThat(job.at("/metadata/annotations").path(Chart.SHOWN_HOOK).asText())
                .isEqualTo("pre-install,pre-upgrade");
        assertThat(Manifests.texts(Manifests.container(job).path("args"))).endsWith("io.onhand.tenant.MigrateDatabase");
    }

    @Test
    void eachDisruptionBudgetGuardsItsDeployment() {
        Manifests manifests = example.render();
        List<JsonNode> budgets = manifests.ofKind("PodDisruptionBudget");

        assertThat(budgets).hasSize(3);
        for (JsonNode budget : budgets) {
            JsonNode deployment =
                    manifests.the("Deployment", budget.at("/metadata/name").asText());
            assertThat(budget.at("/spec/selector/matchLabels")).isEqualTo(selectorOf(deployment));
            assertThat(deployment.at("/spec/template/metadata/labels").properties())
                    .containsAll(selectorOf(deployment).properties());
            assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
        }
    }

    @Test
    void portalSessionsStickToTheirPodAndNothingElseDoes() {
        Manifests manifests = example.render();
        String affinity = "/metadata/annotations/nginx.ingress.kubernetes.io~1affinity";

        assertThat(manifests.the("Ingress", "shop-onhand-portal").at(affinity).asText())
                .isEqualTo("cookie");
        assertThat(manifests.the("Ingress", "shop-onhand-partners").at(affinity).isMissingNode())
                .isTrue();
    }

    @Test
    void ingressAnswersAtTheHostOfThePublicAddress() {
        for (JsonNode ingress : example.with("publicUrl", "https://shop.example:8443")
                .with("ingress.className", "traefik")
                .render()
                .ofKind("Ingress")) {
            assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("shop.example");
            assertThat(ingress.at("/spec/tls/0/hosts/0").asText()).isEqualTo("shop.example");
            assertThat(ingress.at("/spec/ingressClassName").asText()).isEqualTo("traefik");
        }
    }

    @Test
    void podsSpreadOverZonesAndHosts() {
        for (JsonNode deployment : deployments(example)) {
            JsonNode constraints = deployment.at("/spec/template/spec/topologySpreadConstraints");
            assertThat(constraints
                            .valueStream()
                            .map(constraint -> constraint.path("topologyKey").asText()))
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            for (JsonNode constraint : constraints)
                assertThat(constraint.at("/labelSelector/matchLabels")).isEqualTo(selectorOf(deployment));
        }
    }

    @Test
    void autoscaledDeploymentHasNoFixedReplicas() {
        Manifests manifests = example.with("api.autoscaling.enabled", "true").render();

        assertThat(manifests
                        .the("Deployment", "shop-onhand-api")
                        .at("/spec/replicas")
                        .isMissingNode())
                .isTrue();
        assertThat(manifests
                        .the("HorizontalPodAutoscaler", "shop-onhand-api")
                        .at("/spec/scaleTargetRef/name")
                        .asText())
                .isEqualTo("shop-onhand-api");
        assertThat(manifests
                        .the("Deployment", "shop-onhand-routes")
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void networkPolicyIsThereWhenAskedFor() {
        assertThat(example.render().ofKind("NetworkPolicy")).isEmpty();
        assertThat(example.with("networkPolicy.enabled", "true").render().ofKind("NetworkPolicy"))
                .hasSize(1);
    }

    @Test
    void changedConfigurationRestartsPods() {
        assertThat(checksums(example)).isEqualTo(checksums(example.with("portal.replicas", "3")));
        assertThat(checksums(example)).isNotEqualTo(checksums(example.with("keycloak.realm", "other")));
    }

    @ParameterizedTest
    @CsvSource({
        "database.url, database.url is missing",
        "keycloak.url, keycloak.url is missing",
        "publicUrl, publicUrl is missing",
        "image.repository, image.repository is missing",
        "secrets.existingSecret, secrets.databaseAppPassword is missing",
    })
    void missingValueIsNamed(String key, String message) {
        assertThatThrownBy(() -> example.with(key, "").render()).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database.url=jdbc:postgresql://user:password@postgres.example/onhand",
                "database.url=postgres.example",
                "publicUrl=onhand.example",
                "portal.replicas=0",
                "portal.replica=2",
                "secrets.keys=k1:too-short",
            })
    void wrongValueIsRefusedBeforeAnythingIsInstalled(String setting) {
        String key = setting.substring(0, setting.indexOf('='));
        String field = key.substring(key.lastIndexOf('.') + 1);
        assertThatThrownBy(() ->
                        example.with(key, setting.substring(key.length() + 1)).render())
                .hasMessageContaining(field);
    }

    private Chart withOwnSecrets() {
        Chart chart = example.with("secrets.existingSecret", "");
        for (Map.Entry<String, String> secret : SECRETS.entrySet())
            chart = chart.with("secrets." + secret.getKey(), secret.getValue());
        return chart;
    }

    private static List<JsonNode> deployments(Chart chart) {
        List<JsonNode> deployments = chart.render().ofKind("Deployment");
        assertThat(deployments).hasSize(3);
        return deployments;
    }

    private static JsonNode selectorOf(JsonNode deployment) {
        return deployment.at("/spec/selector/matchLabels");
    }

    private static Set<String> secretsOf(Manifests manifests, String kind, String component) {
        return Manifests.secretsOf(Manifests.container(manifests.the(kind, "shop-onhand-" + component)));
    }

    private static List<String> checksums(Chart chart) {
        return deployments(chart).stream()
                .map(deployment ->
                        deployment.at("/spec/template/metadata/annotations").toString())
                .toList();
    }
}

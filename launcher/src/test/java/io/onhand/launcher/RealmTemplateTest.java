package io.onhand.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealmTemplateTest {
    @Test
    void theRealmIsFilledWithTheSecretsOfThisInstallation() throws IOException {
        JsonNode realm = new ObjectMapper()
                .readTree(RealmTemplate.fill(Map.of(
                        "PORTAL_CLIENT_SECRET", "one",
                        "ONBOARDING_CLIENT_SECRET", "two",
                        "OPERATOR_CLIENT_SECRET", "three",
                        "PUBLIC_URL", "http://localhost:8080")));

        assertThat(realm.path("organizationsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminPermissionsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("clients"))
                .extracting(client -> client.path("clientId").asText() + "="
                        + client.path("secret").asText())
                .containsExactly("onhand-portal=one", "onhand-onboarding=two", "onhand-operator=three");
    }

    @Test
    void aNameWithoutValueIsAMistake() {
        assertThatThrownBy(() -> RealmTemplate.replace("{\"secret\":\"@MISSING@\"}", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@MISSING@");
    }

    @Test
    void aValueMayHoldAnyCharacter() {
        assertThat(RealmTemplate.replace("<@A@>", Map.of("A", "$1\\"))).isEqualTo("<$1\\>");
    }
}

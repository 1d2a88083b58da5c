package io.onhand.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoginTest {
    @Test
    void theOrganizationClaimIsAListAnObjectOrOneName() {
        assertThat(PersonReader.names(List.of("bluehan", "aozora"))).containsExactly("bluehan", "aozora");
        assertThat(PersonReader.names(Map.of("bluehan", Map.of("id", "1")))).containsExactly("bluehan");
        assertThat(PersonReader.names("bluehan")).containsExactly("bluehan");
        assertThat(PersonReader.names(null)).isEmpty();
    }

    @Test
    void anOperatorActsAViewerReadsAndOthersStayOutside() {
        assertThat(person("operator").mayAct()).isTrue();
        assertThat(person("viewer").mayAct()).isFalse();
        assertThat(person("viewer").mayRead()).isTrue();
        assertThat(person("tenant-admin").mayRead()).isFalse();
    }

    @Test
    void onlyAPageOfOursIsReturnedTo() {
        assertThat(WantedPage.isOurs("/stock?q=CAP")).isTrue();
        for (String other : List.of("https://evil", "//evil", "/\\evil", "/callback?state=x", "/a\r\nb", "")) {
            assertThat(WantedPage.isOurs(other)).as(other).isFalse();
        }
    }

    @Test
    void initialsAreOfTheFirstAndTheLastName() {
        assertThat(person("viewer").initials()).isEqualTo("MK");
        assertThat(new Person("민지", "minji", null, List.of(), Set.of()).initials())
                .isEqualTo("민");
    }

    @Test
    void whoeverKeycloakKnowsNoMoreIsOutAndSilenceChangesNothing() throws IOException {
        assertThat(Standing.read(400, "{\"error\":\"invalid_grant\"}", "r1")).isEqualTo(new Standing.Ended());
        assertThat(Standing.read(400, "{\"error\":\"invalid_client\"}", "r1")).isEqualTo(new Standing.Unknown());
        assertThat(Standing.read(503, "", "r1")).isEqualTo(new Standing.Unknown());
    }

    @Test
    void whatKeycloakSaysAgainReplacesRolesAndTenants() throws IOException {
        String claims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "{\"preferred_username\":\"minji\",\"groups\":[\"viewer\"],\"organization\":[\"aozora\"]}"
                                .getBytes(StandardCharsets.UTF_8));
        Standing.Answer answer = Standing.read(200, "{\"id_token\":\"h." + claims + ".s\"}", "r1");
        assertThat(answer)
                .isEqualTo(new Standing.Valid(
                        new Person("minji", "minji", null, List.of("aozora"), Set.of("viewer")), "r1"));
    }

    private static Person person(String role) {
        return new Person("Minji Kim", "minji", null, List.of("bluehan"), Set.of(role));
    }
}

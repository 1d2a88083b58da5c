package io.onhand.acceptance.keycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.onhand.acceptance.portal.Chromium;
import io.onhand.acceptance.portal.LoginPage;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.running.RunningProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tenant's admin keeps the own people in Keycloak's own console, and meets nobody else's there. */
class TenantAdminIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Admin minji;
    private static String haruto;
    private static String aozora;
    private static String aozoraGroup;

    @BeforeAll
    static void anotherTenantHasAnAdminToo() {
        minji = Admin.person(product.keycloakUrl(), "minji");
        Admin other = Admin.person(product.keycloakUrl(), "haruto");
        haruto = other.user("haruto");
        aozora = other.organization();
        aozoraGroup = other.group();
    }

    @Test
    void theListsOfTheConsoleHoldTheOwnPeopleOnly() {
        ConsolePage console = ConsolePage.signIn(chromium.window(), product.keycloakUrl(), "minji");
        console.open("users");
        assertThat(console.link("minji")).isVisible();
        assertThat(console.link("viewer1")).isVisible();
        assertThat(console.link("haruto")).isHidden();
        Locator search = console.page().getByPlaceholder("Search user");
        search.fill("haruto");
        search.press("Enter");
        assertThat(console.page().getByText("No search results")).isVisible();

        console.open("organizations");
        assertThat(console.link("bluehan")).isVisible();
        assertThat(console.link("aozora")).isHidden();
        console.open("groups");
        assertThat(console.link("bluehan")).isVisible();
        assertThat(console.link("aozora")).isHidden();
    }

    @Test
    void anAddressOfAnotherTenantTypedByHandEndsAtARefusal() {
        ConsolePage console = ConsolePage.signIn(chromium.window(), product.keycloakUrl(), "minji");
        console.open("users/" + haruto + "/settings");
        assertThat(console.page().getByText("You do not have permission to access this resource"))
                .isVisible();
        console.open("organizations/" + aozora + "/settings");
        assertThat(console.page().getByText("Forbidden")).isVisible();
        for (String path : List.of("clients", "roles", "realm-settings")) {
            console.open(path);
            assertThat(console.page().getByText("Forbidden")).isVisible();
        }
    }

    @Test
    void theApiBehindTheConsoleRefusesEverythingOfAnotherTenant() {
        for (String path : List.of(
                "/users/" + haruto,
                "/users/" + haruto + "/groups",
                "/organizations/" + aozora,
                "/organizations/" + aozora + "/members",
                "/groups/" + aozoraGroup,
                "/groups/" + aozoraGroup + "/members",
                "/clients",
                "/roles",
                "/events")) {
            assertThat(minji.get(path).status()).as(path).isEqualTo(403);
        }
        JsonNode password =
                Json.object().put("type", "password").put("value", "stolen-1").put("temporary", false);
        refused("PUT", "/users/" + haruto + "/reset-password", password);
        refused("PUT", "/users/" + haruto, Json.object().put("enabled", false));
        refused("DELETE", "/users/" + haruto, null);
        refused("PUT", "/users/" + haruto + "/groups/" + minji.group(), Json.object());
        refused("PUT", "/users/" + minji.user("viewer1") + "/groups/" + aozoraGroup, Json.object());
        refused("POST", "/organizations", Json.object().put("name", "mine").put("alias", "mine"));
        refused("POST", "/groups", Json.object().put("name", "mine"));
    }

    @Test
    void anAdminBringsInAPersonResetsThePasswordAndShutsThePersonOut() {
        ConsolePage console = ConsolePage.signIn(chromium.window(), product.keycloakUrl(), "minji");
        String name = "sora-" + UUID.randomUUID().toString().substring(0, 8);
        PersonPage person = PersonPage.create(console, name, "bluehan");
        person.setPassword("first");
        person.joinOrganization("bluehan");
        assertThat(enterPortal(name, "first").getByText("Bluehan Co.")).isVisible();

        person.setPassword("second");
        assertThat(enterPortal(name, "first").getByText("Invalid username or password."))
                .isVisible();
        assertThat(enterPortal(name, "second").getByText("Bluehan Co.")).isVisible();

        person.disable();
        Page shutOut = chromium.window().tab();
        shutOut.navigate(product.url() + "/");
        new LoginPage(shutOut).sayName(name);
        assertThat(shutOut.getByText("Account is disabled")).isVisible();
    }

    @Test
    void anInvitationGoesOutForTheOwnOrganizationOnly() {
        String guest = "gaeul-" + UUID.randomUUID() + "@bluehan.example";
        String form = "email=" + Http.encode(guest);
        assertThat(invite(minji.organization(), form)).isEqualTo(204);
        assertThat(invite(aozora, form)).isEqualTo(403);
        Path mails = product.data().resolve("mail");
        RunningProduct.eventually(() -> assertThat(texts(mails)).anyMatch(mail -> mail.contains(guest)));
    }

    private static int invite(String organization, String form) {
        return minji.postForm("/organizations/" + organization + "/members/invite-user", form)
                .status();
    }

    private static List<String> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the portal shows to somebody who opens it in a new window and signs in. */
    private static Page enterPortal(String name, String password) {
        Page page = chromium.window().tab();
        page.navigate(product.url() + "/");
        new LoginPage(page).signIn(name, password);
        return page;
    }

    private static void refused(String method, String path, JsonNode body) {
        assertThat(minji.send(method, path, body).status())
                .as(method + " " + path)
                .isEqualTo(403);
    }
}

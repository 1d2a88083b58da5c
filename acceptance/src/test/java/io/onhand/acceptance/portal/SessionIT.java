package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.onhand.acceptance.running.RunningProduct;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session that is gone is said so at the next click, and the way back is one more. */
class SessionIT {
    private static final String PORTAL_COOKIE = "ONHAND";

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Test
    void aClickAfterTheSessionEndedSaysSoAndLeadsBackToTheSamePage() {
        Window window = chromium.window();
        Portal portal = Portal.signIn(window, product.url(), "viewer1").open("/stock");
        window.forget(PORTAL_COOKIE);
        click(portal, "Orders");
        signedOut(portal).click();
        // Keycloak still knows the person: no password is asked for.
        assertThat(portal.page()).hasURL(Pattern.compile(".*/(stock|orders)$"));
        assertThat(portal.title()).isVisible();
        portal.go("Channels");
    }

    @Test
    void whenKeycloakForgotThePersonTooTheNextClickEndsAtTheLogin() {
        Window window = chromium.window();
        Portal portal = Portal.signIn(window, product.url(), "viewer1").open("/stock");
        window.forgetAll();
        click(portal, "Orders");
        signedOut(portal).click();
        LoginPage login = new LoginPage(portal.page());
        login.asks();
        login.signIn("viewer1", "viewer1");
        assertThat(portal.title()).isVisible();
    }

    @Test
    void anAddressOpenedWithoutASessionIsShownAfterTheLogin() {
        Page page = chromium.window().tab();
        page.navigate(product.url() + "/stock?q=CAP");
        new LoginPage(page).signIn("viewer1", "viewer1");
        assertThat(page).hasURL(product.url() + "/stock?q=CAP");
        assertThat(page.getByText("CAP-09").first()).isVisible();
    }

    private static void click(Portal portal, String job) {
        portal.page()
                .getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(job))
                .click();
    }

    private static Locator signedOut(Portal portal) {
        Locator notice = portal.page().getByText("You were signed out");
        assertThat(notice).isVisible();
        return notice;
    }
}

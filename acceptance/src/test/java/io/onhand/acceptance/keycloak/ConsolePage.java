package io.onhand.acceptance.keycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.onhand.acceptance.portal.LoginPage;
import io.onhand.acceptance.portal.Window;

/** Keycloak's admin console in one tab. */
final class ConsolePage {
    private final Page page;
    private final String url;

    private ConsolePage(Page page, String url) {
        this.page = page;
        this.url = url;
    }

    /** Signs in; the password of demo people is their name. */
    static ConsolePage signIn(Window window, String keycloak, String person) {
        ConsolePage console = new ConsolePage(window.tab(), keycloak + "/admin/onhand/console/");
        console.page.navigate(console.url);
        new LoginPage(console.page).signIn(person, person);
        assertThat(console.page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
        return console;
    }

    Page page() {
        return page;
    }

    /** Types an address by hand, e.g. {@code users/ID/settings}. */
    ConsolePage open(String path) {
        // The console keeps showing an error until its page is left altogether.
        page.navigate("about:blank");
        page.navigate(url + "#/onhand/" + path);
        return this;
    }

    /** The links that lists lead on with. */
    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }
}

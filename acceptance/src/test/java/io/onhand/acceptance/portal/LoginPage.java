package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Keycloak's login: it asks for the name first, then for the password. */
public final class LoginPage {
    private final Page page;

    /** The login page that this tab shows, or will show. */
    public LoginPage(Page page) {
        this.page = page;
    }

    /** Waits until it asks who is there; fails when it does not, because somebody is signed in still. */
    public void asks() {
        assertThat(page.locator("#username")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/realms/onhand/.*"));
    }

    /** Signs in; what is shown then is up to who asked. */
    public void signIn(String name, String password) {
        sayName(name);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** Says who is there; the next page asks for the password, or tells why there is none to ask for. */
    public void sayName(String name) {
        page.locator("#username").fill(name);
        page.locator("#kc-login").click();
    }
}

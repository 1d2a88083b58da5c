package io.onhand.acceptance.keycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The pages of the console on which one person is made and kept. */
final class PersonPage {
    private final ConsolePage console;
    private final Page page;

    private PersonPage(ConsolePage console) {
        this.console = console;
        this.page = console.page();
    }

    /** Makes a person who may look at what the tenant has: a member of the group below the tenant's with that role. */
    static PersonPage create(ConsolePage console, String name, String tenant) {
        PersonPage person = new PersonPage(console);
        console.open("users/add-user");
        person.page.locator("#username").fill(name);
        person.page.locator("#email").fill(name + "@" + tenant + ".example");
        person.page.locator("#firstName").fill("Sora");
        person.page.locator("#lastName").fill("Han");
        console.button("Join Groups").click();
        console.dialog().getByTestId(tenant).getByText(tenant).click();
        console.dialog().getByTestId("viewer-check").check();
        console.dialog().getByTestId("join-button").click();
        assertThat(console.dialog()).isHidden();
        console.button("Create").click();
        assertThat(person.tab("Credentials")).isVisible();
        return person;
    }

    /** Sets a password that is asked for until it is set anew. */
    void setPassword(String password) {
        tab("Credentials").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^(Set|Reset) password$")))
                .first()
                .click();
        Locator dialog = console.dialog();
        dialog.getByTestId("passwordField").fill(password);
        dialog.getByTestId("passwordConfirmationField").fill(password);
        dialog.locator("label[for=temporaryPassword] .pf-v5-c-switch__toggle").click();
        dialog.getByTestId("confirm").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^(Save|Reset) password$")))
                .last()
                .click();
        assertThat(console.dialog()).isHidden();
    }

    /** Makes the person a member of an organization: what a token tells the portal. */
    void joinOrganization(String name) {
        tab("Organizations").click();
        console.button("Join organization").click();
        console.dialog()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(name))
                .getByRole(AriaRole.CHECKBOX)
                .check();
        console.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Join"))
                .click();
        assertThat(console.dialog()).isHidden();
        assertThat(console.link(name)).isVisible();
    }

    /** Shuts the person out. */
    void disable() {
        page.locator("label:has-text('Enabled')").click();
        console.dialog().getByTestId("confirm").click();
        assertThat(console.dialog()).isHidden();
    }

    private Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }
}

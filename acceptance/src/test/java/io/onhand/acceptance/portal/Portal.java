package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The portal in one tab, as a person at the screen sees and uses it. Words are the English ones. */
final class Portal {
    /** True when the browser owes the server nothing and every grid shows its rows. */
    private static final String SETTLED = """
            () => {
              const flow = window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients;
              return !!flow && Object.values(flow).every(client => !client.isActive || !client.isActive())
                && !document.querySelector('vaadin-grid[loading], .skeleton')
                && !!document.querySelector('main h1, main .empty')
                && document.getAnimations().every(a => a.playState !== 'running'
                  || a.effect.getComputedTiming().endTime === Infinity)
                && document.fonts.status === 'loaded';
            }""";

    private final Window window;
    private final Page page;
    private final String url;

    private Portal(Window window, Page page, String url) {
        this.window = window;
        this.page = page;
        this.url = url;
    }

    /** Opens the portal, where the person signs in; the password of demo people is their name. */
    static Portal signIn(Window window, String url, String person) {
        Page page = window.tab();
        page.navigate(url + "/");
        new LoginPage(page).signIn(person, person);
        Portal portal = new Portal(window, page, url);
        assertThat(page.locator("main h1")).isVisible();
        return portal;
    }

    /** The same person in one more tab of the same window. */
    Portal another() {
        return new Portal(window, window.tab(), url);
    }

    Page page() {
        return page;
    }

    Window window() {
        return window;
    }

    /** The title over the work. */
    Locator title() {
        return page.locator("main h1");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The first row of a short table that has these words in it. */
    Locator row(String words) {
        return work().locator("tr")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    /** The first place in the work where exactly these words stand. */
    Locator words(String words) {
        return work().getByText(words, new Locator.GetByTextOptions().setExact(true))
                .first();
    }

    /** The work itself: everything but navigation and top bar. */
    Locator work() {
        return page.locator("main");
    }

    /** What is shown where there is nothing to show: also where it belongs to another company. */
    Locator nothingHere() {
        return page.locator("main").getByText("There is nothing here");
    }

    /** Types an address by hand and waits until its page is there. */
    Portal open(String path) {
        page.navigate(url + path);
        settle();
        return this;
    }

    /** Chooses a line of the navigation. */
    Portal go(String job) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main navigation"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(job))
                .click();
        assertThat(title()).hasText(job);
        return this;
    }

    /** Waits until the page has come to rest. */
    void settle() {
        page.waitForFunction(SETTLED);
    }

    /** The dialog that stands over the page. */
    Locator dialog() {
        return page.locator("vaadin-dialog-overlay");
    }

    /** Leaves by the person's menu. */
    void signOut() {
        page.locator("header.top .face").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
    }
}

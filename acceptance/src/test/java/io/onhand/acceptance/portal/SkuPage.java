package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.IntStream;

/** The page of a SKU: what each channel may sell of it, and what it was told. */
final class SkuPage {
    /** The channels of the sandbox marketplace. */
    static final List<String> MALLS =
            IntStream.rangeClosed(1, 10).mapToObj("Mall %02d"::formatted).toList();

    private final Portal portal;

    private SkuPage(Portal portal) {
        this.portal = portal;
    }

    /** Looks for a SKU in the stock list, as a person or a scanner does, and opens it. */
    static SkuPage find(Portal portal, String code) {
        portal.open("/").go("Stock");
        portal.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Code, name or barcode"))
                .fill(code);
        portal.work()
                .locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText(code))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(portal.page().locator("h1 .chip")).hasText(code);
        portal.settle();
        return new SkuPage(portal);
    }

    /** How many units a channel may sell now, as it stands on the screen. */
    int units(String channel) {
        return Integer.parseInt(row(channel).locator(".told .value").innerText().replaceAll("\\D", ""));
    }

    /** Waits until a channel may sell so many units and was told so. */
    void shows(String channel, int units) {
        assertThat(row(channel).locator(".told.same .value")).hasText(String.valueOf(units));
    }

    /** Opens the sum behind a channel's number. */
    Locator why(String channel) {
        row(channel)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Why"))
                .click();
        assertThat(portal.dialog()).isVisible();
        return portal.dialog();
    }

    private Locator row(String channel) {
        Page page = portal.page();
        return page.locator("tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(channel).setExact(true))));
    }
}

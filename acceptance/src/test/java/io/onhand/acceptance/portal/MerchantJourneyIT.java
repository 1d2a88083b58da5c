package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.onhand.acceptance.running.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main job with a mall that has no API: its order list goes in by hand, and every other mall follows. */
class MerchantJourneyIT {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Test
    void aMallsOrderListLowersEveryChannelWhileTheMerchantWatchesAndUndoneGivesAllBack() {
        SmartStoreFile file = SmartStoreFile.withOneOrder();
        Window window = chromium.window();
        Portal work = Portal.signIn(window, product.url(), "minji");
        Portal watch = work.another();
        SkuPage sku = SkuPage.find(watch, SmartStoreFile.SKU);
        int before = sku.units("Mall 01");
        watch.page().evaluate("window.neverReloaded = true");

        upload(work, file);
        assertThat(tally(work, "Read")).hasText("1");
        assertThat(tally(work, "New")).hasText("1");
        Locator effect = work.row(SmartStoreFile.SKU);
        assertThat(effect.locator("td").nth(1)).hasText(String.valueOf(SmartStoreFile.UNITS));
        sku.shows("Mall 01", before);

        work.button("Commit 1 row").click();
        assertThat(work.title()).containsText("Committed");
        for (String mall : SkuPage.MALLS) {
            sku.shows(mall, before - SmartStoreFile.UNITS);
        }
        assertThat(inTheMallItself()).isEqualTo(before - SmartStoreFile.UNITS);

        Locator why = sku.why("Mall 01");
        assertThat(why).containsText("Why " + (before - SmartStoreFile.UNITS) + " on Mall 01?");
        assertThat(why).containsText("Held by orders");
        assertThat(why.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(file.orderNumber())))
                .isVisible();
        watch.button("Close").click();

        work.button("Take it back").click();
        assertThat(work.dialog()).containsText("Take this import back?");
        work.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take it back"))
                .click();
        assertThat(work.title()).containsText("Taken back");
        for (String mall : SkuPage.MALLS) {
            sku.shows(mall, before);
        }
        assertThat(watch.page().evaluate("window.neverReloaded")).isEqualTo(true);

        work.signOut();
        new LoginPage(work.page()).asks();
        watch.page().navigate(product.url() + "/orders");
        new LoginPage(watch.page()).asks();
        assertThat(window.troubles()).isEmpty();
    }

    private static void upload(Portal portal, SmartStoreFile file) {
        Page page = portal.page();
        portal.open("/").go("Imports");
        portal.button("Upload a file").first().click();
        portal.button("SmartStore").click();
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(file.name(), XLSX, file.bytes()));
        page.getByLabel("File password").fill(SmartStoreFile.PASSWORD);
        portal.button("Preview").click();
        assertThat(portal.title()).containsText("To confirm");
    }

    private static Locator tally(Portal portal, String name) {
        return portal.page()
                .locator(".tally > *")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("b");
    }

    private static int inTheMallItself() {
        return product.sandbox()
                .shop("shop01")
                .quantity("M01-" + SmartStoreFile.SKU)
                .orElseThrow();
    }
}

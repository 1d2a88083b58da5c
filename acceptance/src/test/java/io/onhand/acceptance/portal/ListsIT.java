package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.onhand.acceptance.running.RunningProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done with a list as a whole: take it along as a file, and go through it one by one. */
class ListsIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Traces bluehan;

    @BeforeAll
    static void bluehanHasSomethingOfEachKind() {
        bluehan = Traces.leave(product.api());
    }

    @Test
    void whatTheListShowsIsDownloadedInTheTenantsTimeAndThePersonsLanguage() throws IOException {
        Portal portal = Portal.signIn(chromium.window("ko-KR"), product.url(), "viewer1");
        List<String> orders = export(portal.open("/orders?q=" + bluehan.orderNumber()));
        assertThat(orders).hasSize(2);
        assertThat(orders.get(0)).startsWith("\uFEFF\"주문번호\"");
        assertThat(orders.get(1))
                .startsWith("\"" + bluehan.orderNumber() + "\",\"Mall 02\"")
                .contains("\"KRW\"");
        List<String> stock = export(portal.open("/stock?q=" + Traces.SKU));
        assertThat(stock).hasSize(2);
        assertThat(stock.get(1)).startsWith("\"" + Traces.SKU + "\"");
    }

    @Test
    void theKeysJAndKGoThroughTheListThatOneCameFrom() {
        Portal portal = Portal.signIn(chromium.window(), product.url(), "viewer1");
        Page page = portal.open("/stock?q=MUG").page();
        portal.work()
                .locator("vaadin-grid-cell-content")
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/stock/[0-9a-f-]{36}"));
        String first = page.url();
        assertThat(page.locator("a[data-key=k]")).hasCount(0);
        page.locator("a[data-key=j]").waitFor();
        page.keyboard().press("j");
        assertThat(page).not().hasURL(first);
        page.locator("a[data-key=k]").waitFor();
        page.keyboard().press("k");
        assertThat(page).hasURL(first);
        // Who types a j means the letter.
        page.keyboard().press("Control+k");
        page.keyboard().type("j");
        assertThat(page).hasURL(first);
    }

    private static List<String> export(Portal portal) throws IOException {
        Locator link = portal.work().locator("a.export");
        Download download = portal.page().waitForDownload(link::click);
        return Files.readString(download.path(), StandardCharsets.UTF_8).lines().toList();
    }
}

package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.running.RunningProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Addresses that somebody typed: another company's, made up, or nonsense. */
class AddressesByHandIT {
    private static final List<String> PAGES = List.of("/orders/", "/stock/", "/channels/", "/imports/");
    private static final List<String> LISTS = List.of("/orders", "/stock", "/channels", "/imports");

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
    void anothersThingLooksExactlyLikeOneThatWasMadeUp() {
        Portal haruto = signIn();
        List<String> foreign = List.of(bluehan.order(), bluehan.sku(), bluehan.channel(), bluehan.run());
        for (String page : PAGES) {
            String madeUp = shown(haruto, page + UUID.randomUUID());
            for (String id : foreign) {
                assertThat(shown(haruto, page + id)).as(page + id).isEqualTo(madeUp);
            }
        }
    }

    private static String shown(Portal portal, String address) {
        assertThat(portal.open(address).nothingHere()).isVisible();
        return portal.work().innerText();
    }

    @Test
    void nonsenseEndsAtAPageThatSaysSo() {
        Portal haruto = signIn();
        for (String page : PAGES) {
            for (String nonsense : List.of(
                    "x", "1-1-1-1-1", "%F0%9F%98%80", "'%20or%201=1", "%3Cscript%3E", "a/b/c", "y".repeat(2_000))) {
                assertThat(haruto.open(page + nonsense).nothingHere()).isVisible();
            }
        }
    }

    @Test
    void aListTakesNonsenseForAFilterWithoutBreaking() {
        Portal haruto = signIn();
        for (String list : LISTS) {
            for (String query : List.of(
                    "q=%F0%9F%98%80",
                    "q=%27%20or%201=1%20--",
                    "q=" + "y".repeat(2_000),
                    "state=nonsense&channel=x&import=x&from=yesterday",
                    "channel=" + bluehan.channel() + "&import=" + bluehan.run(),
                    "q&q&q=1&q=2&unknown=1")) {
                haruto.open(list + "?" + query);
                assertThat(haruto.title()).isVisible();
                assertThat(haruto.work()).not().containsText(bluehan.orderNumber());
            }
        }
    }

    @Test
    void noAddressIsAnsweredWithAFailure() {
        Portal haruto = signIn();
        List<String> bad = new ArrayList<>();
        for (String address : List.of(
                "/orders/a%00b",
                "/orders/%C0%80",
                "/orders?q=%00",
                "/orders?q=%ED%A0%80",
                "/stock?q=a%00b",
                "/..%2f..%2fWEB-INF/web.xml",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/VAADIN/..%2f..%2fWEB-INF",
                "/VAADIN/nothing.js",
                "/nothing",
                "/login?to=https://evil.example/",
                "/welcome")) {
            APIResponse response = haruto.page().request().get(product.url() + address);
            if (response.status() >= 500 || response.text().contains("<web-app")) {
                bad.add(address + " is answered " + response.status());
            }
            assertThat(response.url()).startsWith("http://localhost:");
        }
        assertThat(bad).isEmpty();
    }

    @Test
    void whoHasNotSignedInIsAskedTo() {
        for (String address : bluehan.addresses()) {
            assertThat(Http.send("GET", product.url() + address, null, Map.of()).status())
                    .isIn(302, 303);
        }
    }

    private static Portal signIn() {
        return Portal.signIn(chromium.window(), product.url(), "haruto");
    }
}

package io.onhand.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.onhand.acceptance.running.RunningProduct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every main view in every language, on a desk and on a tablet, light and dark: whole, translated and quiet. Pictures of
 * all of them are left in {@code target/screenshots}, for people to look at.
 */
class LanguagesIT {
    private static final int TABLET_WIDTH = 1024;
    private static final int TABLET_HEIGHT = 768;

    /** A key where words should be: {@code !{order.lines}!} or {@code order.lines}. */
    private static final Pattern KEY = Pattern.compile("!\\{|(?<![\\w@./-])[a-z][a-z-]*(?:\\.[a-z][a-z-]*)+(?![\\w@])");

    /** Names of files are no keys. */
    private static final Pattern FILE = Pattern.compile("\\S+\\.(xlsx|csv)");

    /** All words that a person sees, hears or is shown on hover. */
    private static final String WORDS = """
            () => [document.title, document.body.innerText].concat(
              [...document.querySelectorAll('[aria-label], [title], [placeholder], [label]')].flatMap(
                e => ['aria-label', 'title', 'placeholder', 'label'].map(a => e.getAttribute(a) || ''))).join('\\n')""";

    /** What is wider than it may be: the page, or the place that the views scroll in. */
    private static final String TOO_WIDE = """
            () => [document.documentElement, document.body, document.querySelector('main')]
              .filter(e => e.scrollWidth > e.clientWidth + 1)
              .map(e => e.tagName + ' ' + e.scrollWidth + ' > ' + e.clientWidth)""";

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Traces bluehan;
    private static Album album;
    private static String newcomer;

    @BeforeAll
    static void bluehanHasSomethingOfEachKindAndAnotherCompanyNothing() {
        bluehan = Traces.leave(product.api());
        album = Album.arrange(product);
        newcomer = Newcomer.onboard(product);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ko, ko-KR", "ja, ja-JP", "en, en-US"})
    void everyViewIsWholeAndTranslated(String language, String browser) {
        Window window = chromium.window(browser);
        Portal portal = Portal.signIn(window, product.url(), "minji");
        views().forEach((name, address) -> {
            portal.open(address);
            lookAtAll(portal, language, name);
        });
        assertThat(window.troubles()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ko, ko-KR", "ja, ja-JP", "en, en-US"})
    void whatOpensOverAViewIsWholeAndTranslatedToo(String language, String browser) {
        Window window = chromium.window(browser);
        Portal portal = Portal.signIn(window, product.url(), "minji");
        overlays().forEach((name, opened) -> {
            portal.open(opened.address());
            opened.click().forEach(button -> {
                portal.page().locator(button).first().click();
                portal.settle();
            });
            lookAtAll(portal, language, name);
        });
        portal.open("/").page().keyboard().press("Control+k");
        portal.page().locator(".finder input").fill("MUG");
        portal.page().locator(".finder .found a").first().waitFor();
        lookAtAll(portal, language, "finder");
        assertThat(window.troubles()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ko-KR, 인증 정보가 거부되었습니다", "ja-JP, 認証情報が拒否されました", "en-US, It does not accept the credentials"})
    void whyAChannelFailsIsSaidInTheLanguageOfThePerson(String browser, String words) {
        JsonNode channel = RunningProduct.eventually(
                () -> product.api().get("/channels/" + album.channel()).expect(200), read -> read.has("lastErrorKind"));
        assertThat(channel.path("lastErrorKind").asText()).isEqualTo("unauthorized");
        Portal portal = Portal.signIn(chromium.window(browser), product.url(), "minji");
        for (String view : List.of("/channels", "/channels/" + album.channel())) {
            portal.open(view);
            PlaywrightAssertions.assertThat(
                            portal.page().locator("main").getByText(words).first())
                    .isVisible();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ko-KR, 메시지를 읽을 수 없습니다", "ja-JP, メッセージを読み取れません", "en-US, The message cannot be read"})
    void whyAMessageIsParkedIsSaidInTheLanguageOfThePerson(String browser, String words) {
        assertThat(product.api().all("/parked-messages"))
                .extracting(message -> message.path("errorCode").asText())
                .contains("message-unreadable");
        Portal portal = Portal.signIn(chromium.window(browser), product.url(), "minji");
        portal.open("/channels");
        PlaywrightAssertions.assertThat(
                        portal.page().locator("main").getByText(words).first())
                .isVisible();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ko, ko-KR", "ja, ja-JP", "en, en-US"})
    void aCompanyThatHasNothingYetIsToldWhereToBegin(String language, String browser) {
        Window window = chromium.window(browser);
        Portal portal = Portal.signIn(window, product.url(), newcomer);
        for (String view : List.of("today", "orders", "stock", "channels", "imports")) {
            portal.open(view.equals("today") ? "/" : "/" + view);
            lookAtAll(portal, language, "empty-" + view);
        }
        assertThat(window.troubles()).isEmpty();
    }

    /** On a desk and on a tablet; by night in one language, as colours know none. */
    private static void lookAtAll(Portal portal, String language, String name) {
        Page page = portal.page();
        look(portal, language, language + "-" + name);
        if (language.equals("en")) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("theme", "dark");
            look(portal, language, language + "-dark-" + name);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        page.setViewportSize(TABLET_WIDTH, TABLET_HEIGHT);
        look(portal, language, language + "-" + name + "-tablet");
        page.setViewportSize(Window.WIDTH, Window.HEIGHT);
    }

    private static void look(Portal portal, String language, String picture) {
        Page page = portal.page();
        portal.settle();
        page.screenshot(new Page.ScreenshotOptions().setPath(Chromium.SCREENSHOTS.resolve(picture + ".png")));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(page.title()).as("title of %s", picture).matches("\\S.* · Onhand");
        assertThat(keys((String) page.evaluate(WORDS)))
                .as("keys without words in %s", picture)
                .isEmpty();
        assertThat((List<?>) page.evaluate(TOO_WIDE))
                .as("scrolls sideways: %s", picture)
                .isEmpty();
    }

    private static List<String> keys(String words) {
        return KEY.matcher(FILE.matcher(words).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Where to go and what to press, one after the other, until it is open. */
    private record Opened(String address, List<String> click) {}

    private static Map<String, Opened> overlays() {
        String act = "main .page > header .acts vaadin-button";
        String sku = "/stock/" + bluehan.sku();
        String channel = "/channels/" + bluehan.channel();
        String over = "vaadin-dialog-overlay vaadin-button[theme~=primary]";
        Map<String, Opened> overlays = new LinkedHashMap<>();
        overlays.put("adjust", new Opened(sku, List.of(act + "[theme~=primary]")));
        overlays.put("adjust-refused", new Opened(sku, List.of(act + "[theme~=primary]", over)));
        overlays.put("safety", new Opened(sku, List.of(act + ":not([theme~=primary])")));
        overlays.put("why", new Opened(sku, List.of("main tr:has(.told) vaadin-button")));
        overlays.put("cancel", new Opened("/orders/" + bluehan.order(), List.of(act)));
        overlays.put("pause", new Opened(channel, List.of(act)));
        overlays.put(
                "policy",
                new Opened(channel, List.of("main .two > div:last-child section:nth-of-type(2) vaadin-button")));
        overlays.put(
                "connection",
                new Opened(channel, List.of("main .two > div:last-child section:nth-of-type(3) vaadin-button")));
        overlays.put("link", new Opened("/channels/" + album.channel(), List.of("main ul.list vaadin-button")));
        overlays.put("connect-first", new Opened("/channels/connect", List.of("main .choice >> nth=0")));
        overlays.put("connect-second", new Opened("/channels/connect", List.of("main .choice >> nth=1")));
        overlays.put(
                "format-refused",
                new Opened(
                        "/channels/" + album.own() + "/format",
                        List.of("main vaadin-combo-box >> nth=0 >> [part=clear-button]", "main .ends vaadin-button")));
        return overlays;
    }

    private static Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("today", "/");
        views.put("orders", "/orders");
        views.put("order", "/orders/" + bluehan.order());
        views.put("stock", "/stock");
        views.put("sku", "/stock/" + bluehan.sku());
        views.put("channels", "/channels");
        views.put("channel", "/channels/" + bluehan.channel());
        views.put("imports", "/imports");
        views.put("import", "/imports/" + bluehan.run());
        views.put("upload", "/imports/new");
        views.put("connect", "/channels/connect");
        views.put("order-long", "/orders/" + album.order());
        views.put("channel-troubled", "/channels/" + album.channel());
        views.put("import-unrecognised", "/imports/" + album.unrecognised());
        views.put("import-failed", "/imports/" + album.failed());
        views.put("format", "/channels/" + album.own() + "/format");
        views.put("missing", "/orders/" + UUID.randomUUID());
        return views;
    }
}

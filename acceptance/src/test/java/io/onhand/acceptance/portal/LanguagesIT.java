package io.onhand.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.onhand.acceptance.running.RunningProduct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @BeforeAll
    static void bluehanHasSomethingOfEachKind() {
        bluehan = Traces.leave(product.api());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ko, ko-KR, false", "ja, ja-JP, false", "en, en-US, true"})
    void everyViewIsWholeAndTranslated(String language, String browser, boolean alsoDark) {
        Window window = chromium.window(browser);
        Portal portal = Portal.signIn(window, product.url(), "minji");
        views().forEach((name, address) -> {
            portal.open(address);
            look(portal, language, language + "-" + name);
            if (alsoDark) {
                portal.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                PlaywrightAssertions.assertThat(portal.page().locator("html")).hasAttribute("theme", "dark");
                look(portal, language, language + "-dark-" + name);
                portal.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            }
            portal.page().setViewportSize(TABLET_WIDTH, TABLET_HEIGHT);
            look(portal, language, language + "-" + name + "-tablet");
            portal.page().setViewportSize(Window.WIDTH, Window.HEIGHT);
        });
        assertThat(window.troubles()).isEmpty();
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
        return views;
    }
}

package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.onhand.acceptance.running.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection that fails for a moment costs a moment. */
class ConnectionIT {
    private static final String OPENS_SCREEN = "**/*v-r=init*";

    /** What the page asks for to know whether the server answers again. */
    private static final String ANSWERS = "**/onhand/icon.svg";

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Test
    void aScreenThatDidNotOpenIsAskedForAgainUntilItDoes() {
        Page page = Portal.signIn(chromium.window(), product.url(), "viewer1").page();
        page.route(OPENS_SCREEN, Route::abort, new Page.RouteOptions().setTimes(1));
        page.navigate(product.url() + "/stock?q=CAP");
        assertThat(page.getByText("CAP-09").first()).isVisible();
        assertThat(page).hasURL(product.url() + "/stock?q=CAP");
    }

    @ParameterizedTest
    @CsvSource({
        "ko-KR, 연결이 잠시 끊겼습니다, 다시 시도",
        "ja-JP, 接続が一時的に切れました, もう一度試す",
        "en-US, The connection was lost for a moment, Try again"
    })
    void meanwhileThePageSaysInTheLanguageOfThePersonWhatIsGoingOn(String browser, String title, String act) {
        Page page =
                Portal.signIn(chromium.window(browser), product.url(), "minji").page();
        page.route(OPENS_SCREEN, Route::abort);
        page.route(ANSWERS, Route::abort);
        page.navigate(product.url() + "/stock");
        FrameLocator frame = page.frameLocator("iframe");
        assertThat(frame.locator("h1")).hasText(title);
        assertThat(page.locator("vaadin-connection-indicator")).isHidden();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Chromium.SCREENSHOTS.resolve("connection-" + browser + ".png")));
        page.unroute(OPENS_SCREEN);
        Locator again = frame.locator("a");
        assertThat(again).hasText(act);
        again.click();
        assertThat(page.locator("main h1")).isVisible();
        assertThat(page).hasURL(product.url() + "/stock");
    }
}

package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.onhand.acceptance.running.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming back from Keycloak without having left for it, or without the session that one left with. */
class CallbackIT {
    private static final String PORTAL_COOKIE = "ONHAND";

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Test
    void whoeverLostTheSessionAtTheLoginPageIsSignedInAllTheSameAndSeesThePageTheyWanted() {
        Window window = chromium.window();
        Page page = window.tab();
        page.navigate(product.url() + "/stock?q=CAP");
        LoginPage login = new LoginPage(page);
        login.asks();
        // As after a restart: the browser still has a cookie, which the server knows no more.
        window.replace(PORTAL_COOKIE, "nobody-knows-it", product.url());
        login.signIn("viewer1", "viewer1");
        assertThat(page).hasURL(product.url() + "/stock?q=CAP");
        assertThat(page.getByText("CAP-09").first()).isVisible();
    }

    @Test
    void aReturnThatSomebodyElseLeftForSignsNobodyInAndLeadsToTheLogin() {
        Page page = chromium.window().tab();
        page.navigate(product.url() + "/stock");
        new LoginPage(page).asks();
        page.navigate(product.url() + "/callback?code=stolen&state=guessed");
        new LoginPage(page).asks();
        new LoginPage(page).signIn("viewer1", "viewer1");
        assertThat(page).hasURL(product.url() + "/stock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/callback?code=old&state=bookmarked", "/callback?state=bookmarked"})
    void aBookmarkedReturnIsAPageThatOffersToSignIn(String bookmark) {
        Page page = chromium.window().tab();
        Response answer = page.navigate(product.url() + bookmark);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(page.locator("h1")).hasText("Signing in did not come through");
        signIn(page, "Sign in");
    }

    @ParameterizedTest
    @CsvSource({"ko-KR, 로그인을 취소했습니다, 로그인", "ja-JP, ログインをキャンセルしました, ログイン", "en-US, You did not sign in, Sign in"})
    void whoeverDeclinedAtKeycloakIsToldSoInTheirLanguage(String language, String title, String act) {
        Page page = chromium.window(language).tab();
        page.navigate(product.url() + "/stock");
        new LoginPage(page).asks();
        page.navigate(product.url() + "/callback?error=access_denied&state=any");
        assertThat(page.locator("h1")).hasText(title);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Chromium.SCREENSHOTS.resolve(language.substring(0, 2) + "-declined.png")));
        signIn(page, act);
        assertThat(page).hasURL(product.url() + "/stock");
    }

    @Test
    void aReturnWithoutParametersIsTheWayIn() {
        Page page = chromium.window().tab();
        page.navigate(product.url() + "/callback");
        new LoginPage(page).signIn("viewer1", "viewer1");
        assertThat(page).hasURL(product.url() + "/");
        assertThat(page.locator("main h1")).isVisible();
    }

    private static void signIn(Page page, String act) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(act).setExact(true))
                .click();
        new LoginPage(page).signIn("viewer1", "viewer1");
        assertThat(page.locator("main h1")).isVisible();
    }
}

package io.onhand.acceptance.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A browser window with cookies of its own and one or more tabs, and what went wrong in them. */
public final class Window {
    /** Inner width of a new window, in CSS pixels. */
    public static final int WIDTH = 1280;

    /** Inner height of a new window, in CSS pixels. */
    public static final int HEIGHT = 860;

    /** How the socket of a page ends when the server was just telling it something while the user left: nobody sees it. */
    private static final String PUSHED_WHILE_CLOSING = " failed: Data frame received after close";

    private final BrowserContext context;
    private final List<Page> tabs = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    Window(Browser browser, String language) {
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> troubles.add(error.page().url() + ": " + error.error()));
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().endsWith(PUSHED_WHILE_CLOSING)) {
            troubles.add(message.page().url() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    /** Opens one more tab; it shares the cookies of the window. */
    public Page tab() {
        Page tab = context.newPage();
        tabs.add(tab);
        return tab;
    }

    /** Errors that scripts threw or the browser's console showed, in all tabs since the window was opened. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** Forgets one cookie of every site. */
    public void forget(String cookie) {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie));
    }

    /** Gives a cookie of a site another value, as if the site had set it. */
    public void replace(String cookie, String value, String url) {
        context.addCookies(List.of(new Cookie(cookie, value).setUrl(url)));
    }

    /** Forgets all cookies of every site. */
    public void forgetAll() {
        context.clearCookies();
    }

    /** Saves a picture and the source of each tab. */
    void saveAs(String name) {
        for (int i = 0; i < tabs.size(); i++) {
            Page tab = tabs.get(i);
            Path base = Chromium.SCREENSHOTS.resolve(name + (i == 0 ? "" : "-" + (i + 1)));
            try {
                tab.screenshot(new Page.ScreenshotOptions().setPath(Path.of(base + ".png")));
                Files.writeString(Path.of(base + ".html"), "<!-- " + tab.url() + " -->\n" + tab.content());
            } catch (PlaywrightException e) {
                troubles.add("no picture of " + tab.url() + ": " + e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void close() {
        context.close();
    }
}

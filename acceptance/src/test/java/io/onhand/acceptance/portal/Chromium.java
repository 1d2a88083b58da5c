package io.onhand.acceptance.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium without a screen, started once for all test classes of the JVM. Each test opens windows of its own, in
 * which nobody has signed in yet; they are closed after it. A test that fails leaves a picture and the source of each of
 * its pages in {@code target/screenshots}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Chromium chromium = new Chromium();
 * }</pre>
 *
 * The browser is Debian's, or the one that the environment variable ONHAND_CHROMIUM names.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback {
    /** Where pictures go. */
    public static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** How long a page may take to show what is expected, milliseconds. */
    static final int PATIENCE_MILLIS = 60_000;

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(Chromium.class);
    private static final Path DEBIAN = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<Window> windows = new ArrayList<>();
    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class)
                .browser;
    }

    /** Opens a window of a person whose browser speaks English. */
    public Window window() {
        return window("en-US");
    }

    /**
     * Opens a window of its own: no cookie of another one is known in it.
     *
     * @param language that the browser asks for, e.g. {@code ko-KR}
     */
    public Window window(String language) {
        Window window = new Window(browser, language);
        windows.add(window);
        return window;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String test = context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getDisplayName().replaceAll("[^\\p{Alnum}]+", "-").replaceAll("-$", "");
            for (int i = 0; i < windows.size(); i++) {
                windows.get(i).saveAs("failed-" + test + "-" + (i + 1));
            }
        }
        windows.forEach(Window::close);
        windows.clear();
    }

    /** The driver and the browser, from the first test class to the last. */
    private static final class Started implements AutoCloseable {
        private final Playwright playwright;
        private final Browser browser;

        Started() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(ARGUMENTS));
        }

        private static Path executable() {
            String named = System.getenv("ONHAND_CHROMIUM");
            Path executable = named == null ? DEBIAN : Path.of(named);
            if (!Files.isExecutable(executable)) {
                throw new IllegalStateException("no Chromium at " + executable
                        + "; install Debian's package chromium, or name another one in ONHAND_CHROMIUM");
            }
            return executable;
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}

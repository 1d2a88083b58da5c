package io.onhand.portal.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The page that somebody asked for before they signed in. It is kept in the browser, not in the session: the session may be
 * gone by the time they come back from Keycloak.
 */
final class WantedPage {
    private static final String COOKIE = "onhand-wanted";
    private static final String AGAIN = "onhand-again";
    private static final String START = "/";
    /** Longer addresses are forgotten: a cookie has at most 4 KB. */
    private static final int MOST_CHARS = 2_000;

    private static final Duration KEPT = Duration.ofHours(1);
    /** Coming back in vain twice within this time is no coincidence. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private WantedPage() {}

    /** Keeps the page, e.g. {@code /stock?q=CAP}. */
    static void remember(HttpServletRequest request, HttpServletResponse response, String page) {
        String value = URLEncoder.encode(page, StandardCharsets.UTF_8);
        if (value.length() <= MOST_CHARS) set(request, response, COOKIE, value, KEPT);
    }

    /** The page that was kept, the start when there is none; whoever asks is on the way there, so it is forgotten. */
    static String take(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, AGAIN, "", Duration.ZERO);
        Optional<String> kept = cookie(request, COOKIE);
        if (kept.isEmpty()) return START;
        set(request, response, COOKIE, "", Duration.ZERO);
        return kept.map(WantedPage::decoded).filter(WantedPage::isOurs).orElse(START);
    }

    /** Whether the browser keeps cookies and has not come back in vain just now: only then may it be sent round again. */
    static boolean mayTryAgain(HttpServletRequest request, HttpServletResponse response) {
        boolean keepsCookies = request.getRequestedSessionId() != null
                || cookie(request, COOKIE).isPresent();
        if (!keepsCookies || cookie(request, AGAIN).isPresent()) return false;
        set(request, response, AGAIN, "1", SOON);
        return true;
    }

    /** A path here, never an address elsewhere. */
    static boolean isOurs(String page) {
        return page.startsWith("/")
                && !page.startsWith("//")
                && !page.startsWith("/\\")
                && page.chars().noneMatch(Character::isISOControl)
                && !page.startsWith(CallbackServlet.PATH);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Somebody else wrote it.
            return START;
        }
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(age.toSeconds()));
        response.addCookie(cookie);
    }
}

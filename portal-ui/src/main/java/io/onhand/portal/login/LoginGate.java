package io.onhand.portal.login;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Sends whoever opens a page without a session to Keycloak, and remembers the page. Only navigation is sent there: a
 * script's request would be blocked by the browser on its way and hang, so it goes on to Vaadin, which answers that the
 * session has ended. The server's health, which lies in the application at the root, is for everybody.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class LoginGate extends HttpFilter {
    static final String SIGN_IN = "/sign-in";

    private static final Pattern OPEN =
            Pattern.compile("/(VAADIN|webjars|onhand|trouble|logout|callback|health)(/.*)?|/favicon.ico|"
                    + Pattern.quote(NotOpenedServlet.PATH));

    private final SecurityContext security;

    @Inject
    public LoginGate(SecurityContext security) {
        this.security = security;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean signedIn = security.getCallerPrincipal() != null;
        if (signedIn && path.equals(SIGN_IN)) {
            response.sendRedirect(WantedPage.take(request, response));
        } else if (signedIn || OPEN.matcher(path).matches()) {
            chain.doFilter(request, response);
        } else if (isNavigation(request)) {
            signIn(request, response, path);
        } else if (opensUi(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The sign-in takes a parameter {@code state} for its own and would answer nothing to a page with such a one. */
    private void signIn(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (!path.equals(SIGN_IN)) {
            WantedPage.remember(request, response, withQuery(path, request.getQueryString()));
        }
        if (request.getParameter("state") == null) {
            security.authenticate(request, response, AuthenticationParameters.withParams());
        } else {
            response.sendRedirect(SIGN_IN);
        }
    }

    private static boolean isNavigation(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getParameter("v-r") != null) return false;
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null ? accepts(request, "text/html") : mode.equals("navigate");
    }

    /** The one script request that makes a screen, and with it a session. */
    private static boolean opensUi(HttpServletRequest request) {
        return "init".equals(request.getParameter("v-r"));
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accept = request.getHeader("Accept");
        return accept == null || accept.contains(type) || accept.contains("*/*");
    }

    private static String withQuery(String path, String query) {
        return query == null ? path : path + "?" + query;
    }
}

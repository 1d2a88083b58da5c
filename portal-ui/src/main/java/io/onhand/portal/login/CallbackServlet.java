package io.onhand.portal.login;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where Keycloak sends the browser back to. Whoever is signed in by now goes on to the page that they asked for. A return
 * that nobody left for is sent to sign in once more, where Keycloak mostly knows the person still; the second in a row, and
 * one that brings an error, gets a page that says so, so that nobody is sent round in circles.
 */
@WebServlet(CallbackServlet.PATH)
public class CallbackServlet extends HttpServlet {
    static final String PATH = "/callback";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        boolean signedIn = request.getUserPrincipal() != null;
        String error = request.getParameter("error");
        if (signedIn || (error == null && request.getParameter("state") == null)) {
            response.sendRedirect(WantedPage.take(request, response));
        } else if (error != null) {
            boolean declined = error.equals("access_denied");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            TroublePage.write(request, response, declined ? "trouble.declined" : "trouble.sign-in");
        } else if (WantedPage.mayTryAgain(request, response)) {
            response.sendRedirect(LoginGate.SIGN_IN);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            TroublePage.write(request, response, "trouble.sign-in");
        }
    }
}

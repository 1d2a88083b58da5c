package io.onhand.portal.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Ends the session here, then at Keycloak, which sends the browser back to the start. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {
    private final SignIn signIn;
    private final PersonReader reader;

    @Inject
    public LogoutServlet(SignIn signIn, PersonReader reader) {
        this.signIn = signIn;
        this.reader = reader;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String idToken = reader.identityToken();
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(signIn.endSession(idToken, home(request)).toString());
    }

    private static String home(HttpServletRequest request) {
        return request.getRequestURL().toString().replaceFirst("/logout$", "/");
    }
}

package io.onhand.portal.login;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page for what the server itself refuses or cannot answer. */
@WebServlet("/trouble")
public class TroubleServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        boolean refused = status instanceof Integer code && code < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        TroublePage.write(request, response, refused ? "trouble.sign-in" : "trouble.server");
    }
}

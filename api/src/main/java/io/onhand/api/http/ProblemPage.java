package io.onhand.api.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The container's own refusals as problems: a path outside the API, a request that cannot be read. */
@WebServlet("/problem")
public class ProblemPage extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemPage.class);

    private static final Map<Integer, Problem> KNOWN = Map.of(
            400, Problem.of(400, "malformed-request", "The request cannot be read"),
            403, Problem.of(403, "forbidden", "This is not allowed"),
            404, Problem.of(404, "no-such-path", "There is nothing at this path"),
            405, Problem.of(405, "method-not-allowed", "This path does not take this method"),
            413, Problem.of(413, "body-too-large", "The body is too large"),
            415, Problem.of(415, "unsupported-media-type", "This operation does not take this Content-Type"));

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        Problem problem = KNOWN.get(status);
        if (problem == null && status >= 400 && status < 500) {
            problem = Problem.of(status, "request-refused", "The request was refused");
        }
        if (problem == null) {
            UUID reference = UUID.randomUUID();
            LOG.error("Unexpected failure, reference {}", reference, (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
            problem = Problem.of(500, "unexpected", "Something broke on our side; quote the reference in instance")
                    .instance("urn:uuid:" + reference);
        }
        SecurityHeaders.set(response, request.isSecure());
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(problem));
    }
}

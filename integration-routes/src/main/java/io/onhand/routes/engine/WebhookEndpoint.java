package io.onhand.routes.engine;

import io.onhand.relay.Inbox;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code POST /hooks/{connector}/{channelId}}: 202 when the message is kept, 401 when the sender is not proven, 404 for an
 * unknown channel, 413 for more than {@value Inbox#MAX_BYTES} bytes, 503 when it cannot be kept now.
 */
@WebServlet(urlPatterns = "/*", name = "webhooks")
public class WebhookEndpoint extends HttpServlet {
    private static final int UNAVAILABLE = 503;

    @Inject
    transient WebhookIntake intake;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        WebhookIntake.Answer answer = intake.take(path, headers(request), body(request));
        response.setStatus(answer.status());
        if (answer.status() == UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        if (answer.code() != null) {
            write(response, answer);
        }
    }

    /** The whole body, or null when it is too large. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Inbox.MAX_BYTES) {
            return null;
        }
        byte[] body = request.getInputStream().readNBytes(Inbox.MAX_BYTES + 1);
        return body.length > Inbox.MAX_BYTES ? null : body;
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, request.getHeader(name));
        }
        return headers;
    }

    /** The texts are ours and hold nothing that JSON would have to escape. */
    private static void write(HttpServletResponse response, WebhookIntake.Answer answer) throws IOException {
        byte[] body = ("{\"code\":\"" + answer.code() + "\",\"message\":\"" + answer.message() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

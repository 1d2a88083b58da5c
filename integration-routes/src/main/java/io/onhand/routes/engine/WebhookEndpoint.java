package io.onhand.routes.engine;

import io.onhand.pace.PacedInput;
import io.onhand.pace.Reception;
import io.onhand.relay.Inbox;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code POST /hooks/{connector}/{channelId}}: 202 when the message is kept, 401 when the sender is not proven, 404 for an
 * unknown channel, 408 for a body that drips, 413 for more than {@value Inbox#MAX_BYTES} bytes, 503 when it cannot be kept now
 * or too many others are still being sent.
 */
@WebServlet(urlPatterns = "/*", name = "webhooks")
public class WebhookEndpoint extends HttpServlet {
    private static final int UNAVAILABLE = 503;
    /** Webhooks whose bodies are still coming, from wherever: their senders are known only afterwards. */
    private static final int WAITING = 64;

    private static final String ANYBODY = "";

    private transient Reception reception;

    @Inject
    transient WebhookIntake intake;

    @Inject
    transient Clock clock;

    @Override
    public void init() {
        reception = new Reception(WAITING, clock);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        WebhookIntake.Answer answer;
        try {
            answer = intake.take(path, headers(request), body(request));
        } catch (Reception.Full e) {
            answer = new WebhookIntake.Answer(UNAVAILABLE, "too-many-slow-bodies", e.getMessage());
        } catch (PacedInput.TooSlow e) {
            answer = new WebhookIntake.Answer(408, "body-too-slow", "The body came too slowly");
        } catch (EOFException e) {
            answer = new WebhookIntake.Answer(400, "body-incomplete", "The connection ended before the body did");
        }
        answer(response, answer);
    }

    private static void answer(HttpServletResponse response, WebhookIntake.Answer answer) throws IOException {
        response.setStatus(answer.status());
        if (answer.status() == UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        if (answer.code() != null) {
            write(response, answer);
        }
    }

    /** The whole body, or null when it is too large. */
    private byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Inbox.MAX_BYTES) {
            return null;
        }
        byte[] body = reception.read(
                ANYBODY,
                request.getInputStream(),
                request.getContentLengthLong(),
                in -> in.readNBytes(Inbox.MAX_BYTES + 1));
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

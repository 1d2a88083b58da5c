package io.onhand.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Every request passes here: limits, faults, counting, and errors as JSON. */
final class Front implements HttpHandler {
    /** Longest request body in bytes. */
    static final int BODY_LIMIT_BYTES = 1 << 20;

    private static final System.Logger LOG = System.getLogger(Front.class.getName());
    private static final String SHOP_PATH = "/v1/shops/";
    private static final Answer UNAVAILABLE =
            new ApiError(503, "unavailable", null, "This shop is out of order on purpose", Map.of()).toAnswer();
    private static final Answer THROTTLED = new ApiError(
                    429, "quota_exceeded", null, "Too many requests on purpose; wait 1 s", Map.of("Retry-After", "1"))
            .toAnswer();

    private final Market market;
    private final Router router;
    private final Sender sender;

    Front(Market market, Router router, Sender sender) {
        this.market = market;
        this.router = router;
        this.sender = sender;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = body(exchange);
        Shop shop = shop(exchange.getRequestURI().getRawPath());
        if (shop == null) {
            send(exchange, answer(exchange, body));
            return;
        }
        shop.counters().request();
        Faults faults = shop.faults();
        if (faults.slowMs() > 0) {
            sender.later(faults.slowMs(), () -> answerLate(exchange, shop, faults, body));
        } else {
            answerForShop(exchange, shop, faults, body);
        }
    }

    private void answerLate(HttpExchange exchange, Shop shop, Faults faults, byte[] body) {
        try {
            answerForShop(exchange, shop, faults, body);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The client did not wait", e);
            exchange.close();
        }
    }

    private void answerForShop(HttpExchange exchange, Shop shop, Faults faults, byte[] body) throws IOException {
        if (Faults.strikes(faults.dropConnectionRate())) {
            drop(exchange, shop);
            return;
        }
        Answer answer = refusal(faults);
        if (answer == null) {
            answer = answer(exchange, body);
        }
        if (Faults.strikes(faults.dropAfterApplyRate())) {
            drop(exchange, shop);
            return;
        }
        shop.counters().answered(answer.status());
        send(exchange, answer);
    }

    /** What a request meets before anything happens; null when it goes through. */
    private static Answer refusal(Faults faults) {
        if (Faults.strikes(faults.http5xxRate())) {
            return UNAVAILABLE;
        }
        return Faults.strikes(faults.throttleRate()) ? THROTTLED : null;
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        try {
            if (body == null) {
                throw new ApiError(
                        413, "body_too_large", null, "A body has at most " + BODY_LIMIT_BYTES + " bytes", Map.of());
            }
            Router.Match match = router.match(
                    exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
            return match.handler()
                    .answer(new Request(
                            exchange.getRequestMethod(),
                            match.values(),
                            Router.parameters(exchange.getRequestURI().getRawQuery()),
                            exchange.getRequestHeaders(),
                            body));
        } catch (ApiError e) {
            return e.toAnswer();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Failed at " + exchange.getRequestURI().getRawPath(),
                    e);
            return new ApiError(500, "internal", null, "The marketplace failed; see its log", Map.of()).toAnswer();
        }
    }

    /** The shop that a request is about and whose faults it therefore meets; null for all other requests. */
    private Shop shop(String path) {
        if (!path.startsWith(SHOP_PATH)) {
            return null;
        }
        int end = path.indexOf('/', SHOP_PATH.length());
        return end < 0 ? null : market.find(path.substring(SHOP_PATH.length(), end));
    }

    /** The whole body, or null when it is too large. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(BODY_LIMIT_BYTES + 1);
            return body.length > BODY_LIMIT_BYTES ? null : body;
        }
    }

    private static void drop(HttpExchange exchange, Shop shop) {
        shop.counters().dropped();
        exchange.close();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        if (answer.body().length == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            headers.set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
        exchange.close();
    }
}

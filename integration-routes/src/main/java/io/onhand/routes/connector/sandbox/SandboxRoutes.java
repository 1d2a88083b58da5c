package io.onhand.routes.connector.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onhand.channel.ChannelError;
import io.onhand.routes.connector.sandbox.SandboxTokens.Account;
import io.onhand.routes.engine.ChannelFailure;
import io.onhand.routes.engine.HttpAnswer;
import io.onhand.routes.engine.MessageFields;
import io.onhand.routes.engine.OrdersCall;
import io.onhand.routes.engine.StockCall;
import java.net.URLEncoder;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** How the marketplace is talked to: token, address, paging. A request that meets an expired token is sent once more. */
final class SandboxRoutes extends RouteBuilder {
    private static final String HTTP = "http:sandbox?throwExceptionOnFailure=false&disableStreamCache=true";
    private static final String CALL = "direct:sandbox.call";
    private static final String TOKEN = "direct:sandbox.token";
    private static final int PAGE = 100;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private static final String ACCOUNT = "account";
    private static final String REQUEST = "request";
    private static final String ANSWER = "answer";
    private static final String CURSOR = "cursor";
    private static final String USED = "used";

    private final SandboxTokens tokens;
    private final Clock clock;

    SandboxRoutes(SandboxTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** One request, kept so that it can be sent again with a new token. */
    private static final class Request {
        private final String method;
        private final String path;
        private final String query;
        private final byte[] body;

        Request(String method, String path, String query, byte[] body) {
            this.method = method;
            this.path = path;
            this.query = query;
            this.body = body;
        }
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:sandbox.orders")
                .routeId("sandbox.orders")
                .process(SandboxRoutes::askForOrders)
                .to(CALL)
                .process(this::readOrders);

        from("direct:sandbox.stock")
                .routeId("sandbox.stock")
                .process(SandboxRoutes::tellStock)
                .to(CALL)
                .process(this::readResults);

        from(CALL)
                .routeId("sandbox.call")
                .to(TOKEN)
                .process(this::request)
                .to(HTTP)
                .process(SandboxRoutes::keepAnswer)
                .choice()
                .when(exchange -> answer(exchange).status() == UNAUTHORIZED)
                .process(exchange -> tokens.forget(account(exchange), exchange.getProperty(USED, String.class)))
                .to(TOKEN)
                .process(this::request)
                .to(HTTP)
                .process(SandboxRoutes::keepAnswer)
                .end();

        from(TOKEN)
                .routeId("sandbox.token")
                .choice()
                .when(exchange -> tokens.find(account(exchange), clock.instant()) == null)
                .process(SandboxRoutes::askForToken)
                .to(HTTP)
                .process(this::keepToken)
                .end();
    }

    private static void askForOrders(Exchange exchange) {
        OrdersCall call = exchange.getMessage().getBody(OrdersCall.class);
        SandboxCursor cursor = SandboxCursor.parse(call.cursor(), call.connectedAt());
        Account account = Account.of(call.channel(), call.settings());
        String query = "updated_after=" + encode(cursor.after().toString()) + "&limit=" + PAGE
                + (cursor.page().isEmpty() ? "" : "&cursor=" + encode(cursor.page()));
        exchange.setProperty(CURSOR, cursor);
        exchange.setProperty(ACCOUNT, account);
        exchange.setProperty(REQUEST, new Request("GET", shop(account) + "/orders", query, null));
    }

    private void readOrders(Exchange exchange) {
        exchange.getMessage()
                .setBody(SandboxPages.read(
                        body(answer(exchange)),
                        exchange.getProperty(CURSOR, SandboxCursor.class),
                        answer(exchange).sentAt()));
    }

    private static void tellStock(Exchange exchange) {
        StockCall call = exchange.getMessage().getBody(StockCall.class);
        Account account = Account.of(call.channel(), call.settings());
        exchange.setProperty(ACCOUNT, account);
        exchange.setProperty(
                REQUEST, new Request("POST", shop(account) + "/stock", null, SandboxStock.write(call.offers())));
    }

    private void readResults(Exchange exchange) {
        exchange.getMessage().setBody(SandboxStock.read(body(answer(exchange))));
    }

    /** Where there is no such shop, or nothing at all, the channel's settings are wrong and not what was asked. */
    private byte[] body(HttpAnswer answer) {
        return answer.status() == NOT_FOUND ? settingsAre(answer) : answer.body(clock);
    }

    private byte[] settingsAre(HttpAnswer answer) {
        try {
            return answer.body(clock);
        } catch (ChannelFailure failure) {
            throw failure.kind() == ChannelError.Kind.REFUSED
                    ? ChannelFailure.unauthorized(failure.getMessage())
                    : failure;
        }
    }

    private void request(Exchange exchange) {
        Account account = account(exchange);
        Request request = exchange.getProperty(REQUEST, Request.class);
        String token = tokens.find(account, clock.instant());
        if (token == null) {
            throw ChannelFailure.unauthorized("The marketplace gives tokens that end at once");
        }
        exchange.setProperty(USED, token);
        Message message = empty(exchange);
        message.setHeader(Exchange.HTTP_METHOD, request.method);
        message.setHeader(Exchange.HTTP_URI, account.url() + request.path);
        message.setHeader(Exchange.HTTP_QUERY, request.query);
        message.setHeader("Authorization", "Bearer " + token);
        if (request.body != null) {
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
            message.setBody(request.body);
        }
    }

    private static void askForToken(Exchange exchange) {
        Account account = account(exchange);
        Message message = empty(exchange);
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.HTTP_URI, account.url() + "/oauth/token");
        message.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        message.setBody(("grant_type=client_credentials&client_id=" + encode(account.shop()) + "&client_secret="
                        + encode(account.secret()))
                .getBytes(UTF_8));
    }

    private void keepToken(Exchange exchange) {
        MessageFields token = MessageFields.of(settingsAre(HttpAnswer.of(exchange)));
        tokens.keep(
                account(exchange),
                token.text("access_token", 4_000),
                token.integer("expires_in", 0, Integer.MAX_VALUE),
                clock.instant());
    }

    private static void keepAnswer(Exchange exchange) {
        exchange.setProperty(ANSWER, HttpAnswer.of(exchange));
    }

    private static HttpAnswer answer(Exchange exchange) {
        return exchange.getProperty(ANSWER, HttpAnswer.class);
    }

    private static Account account(Exchange exchange) {
        return exchange.getProperty(ACCOUNT, Account.class);
    }

    /** Nothing of an earlier request or answer goes out with the next one. */
    private static Message empty(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(null);
        return message;
    }

    private static String shop(Account account) {
        return "/v1/shops/" + encode(account.shop());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}

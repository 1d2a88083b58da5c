package io.onhand.routes.connector.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A marketplace as its wire protocol says it is: tokens, paging, item results, and answers out of order when told. */
final class SandboxSimulator implements AutoCloseable {
    /** An answer that is given once, instead of the right one. */
    record Trouble(int status, String header, String value) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int PAGE = 2;

    private final HttpServer server;
    private final Map<String, Integer> stock = new TreeMap<>();
    private final List<JsonNode> orders = new ArrayList<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final List<String> queries = new ArrayList<>();
    private final CountDownLatch cutOff = new CountDownLatch(1);
    private int tokens;
    private int tokenStatus = 200;
    private int endless;

    SandboxSimulator() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "simulator");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    Map<String, String> settings() {
        return Map.of(
                "url", "http://127.0.0.1:" + server.getAddress().getPort(),
                "shop", "shop01",
                "clientSecret", "shop01-secret",
                "webhookSecret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    synchronized void sell(String listing) {
        stock.put(listing, 0);
    }

    synchronized int quantity(String listing) {
        return stock.get(listing);
    }

    synchronized void order(String id, String updatedAt) {
        orders.add(MAPPER.createObjectNode().put("id", id).put("updated_at", updatedAt));
    }

    synchronized void trouble(int status, String header, String value) {
        troubles.add(new Trouble(status, header, value));
    }

    synchronized int tokens() {
        return tokens;
    }

    synchronized List<String> queries() {
        return List.copyOf(queries);
    }

    /** From now on nobody gets a token. */
    synchronized void refuseTokens(int status) {
        tokenStatus = status;
        tokens++;
    }

    /** The next answer has no end, and comes in pieces of that many bytes, ten each second or more. */
    synchronized void endless(int bytes) {
        endless = bytes;
    }

    /** Waits until the other side has closed the connection of the answer without an end. */
    void awaitCutOff() {
        try {
            if (!cutOff.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("The answer is still taken");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void goOnForEver(HttpExchange exchange, int bytes) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(new byte[bytes]);
                out.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(bytes == 1 ? 100 : 1));
            }
        } finally {
            cutOff.countDown();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        int bytes = takeEndless(exchange);
        if (bytes > 0) {
            goOnForEver(exchange, bytes);
        } else {
            answer(exchange);
        }
    }

    private synchronized int takeEndless(HttpExchange exchange) {
        if (exchange.getRequestURI().getPath().equals("/oauth/token")) {
            return 0;
        }
        int bytes = endless;
        endless = 0;
        return bytes;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/oauth/token")) {
            token(exchange, new String(body, StandardCharsets.UTF_8));
            return;
        }
        if (!("Bearer token-" + tokens).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, error("token_invalid"));
            return;
        }
        Trouble trouble = troubles.poll();
        if (trouble != null) {
            trouble(exchange, trouble);
            return;
        }
        switch (exchange.getRequestMethod() + path) {
            case "POST/v1/shops/shop01/stock" -> answer(exchange, 200, write(MAPPER.readTree(body)));
            case "GET/v1/shops/shop01/orders" ->
                answer(exchange, 200, page(exchange.getRequestURI().getQuery()));
            default -> answer(exchange, 404, error("address_not_found"));
        }
    }

    private void token(HttpExchange exchange, String form) throws IOException {
        if (tokenStatus != 200) {
            answer(exchange, tokenStatus, error("unsupported_grant_type"));
            return;
        }
        if (!form.equals("grant_type=client_credentials&client_id=shop01&client_secret=shop01-secret")) {
            answer(exchange, 401, error("invalid_client"));
            return;
        }
        tokens++;
        answer(
                exchange,
                200,
                MAPPER.createObjectNode().put("access_token", "token-" + tokens).put("expires_in", 3600));
    }

    private static void trouble(HttpExchange exchange, Trouble trouble) throws IOException {
        if (trouble.status() == 0) {
            exchange.close();
            return;
        }
        if (trouble.header() != null) {
            exchange.getResponseHeaders().set(trouble.header(), trouble.value());
        }
        answer(exchange, trouble.status(), error(trouble.status() == 401 ? "token_expired" : "trouble"));
    }

    private ObjectNode write(JsonNode request) {
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode results = answer.putArray("results");
        for (JsonNode item : request.path("items")) {
            String listing = item.path("listing_id").asText();
            ObjectNode result = results.addObject().put("listing_id", listing);
            if (stock.replace(listing, item.path("quantity").asInt()) == null) {
                result.put("status", "rejected").put("code", "unknown_listing").put("message", "No such listing");
            } else {
                result.put("status", "accepted");
            }
        }
        return answer;
    }

    /** Two orders a page; the cursor is the position. */
    private ObjectNode page(String query) {
        queries.add(query);
        int at = query.indexOf("cursor=");
        int from = at < 0 ? 0 : Integer.parseInt(query.substring(at + "cursor=".length()));
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode list = answer.putArray("orders");
        orders.subList(from, Math.min(orders.size(), from + PAGE)).forEach(list::add);
        return answer.put("next_cursor", from + PAGE < orders.size() ? Integer.toString(from + PAGE) : null);
    }

    private static ObjectNode error(String code) {
        return MAPPER.createObjectNode()
                .put("code", code)
                .put("message", "As told")
                .putNull("field");
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

package io.onhand.routes.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A sandbox marketplace that takes every stock write, has no orders to fetch and signs what it sends. */
final class Market implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] KEY = "a secret of thirty-two characters".getBytes(StandardCharsets.UTF_8);

    private final Map<String, Integer> told = new ConcurrentHashMap<>();
    private final HttpServer server;

    Market() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "market");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** What the merchant types in to connect the shop. */
    Map<String, String> settings(String shop) {
        return Map.of(
                "url", "http://127.0.0.1:" + server.getAddress().getPort(),
                "shop", shop,
                "clientSecret", shop + "-secret",
                "webhookSecret", "whsec_" + Base64.getEncoder().encodeToString(KEY));
    }

    /** The quantity that the shop shows; null before it was told any. */
    Integer shows(String shop, String listing) {
        return told.get(shop + "/" + listing);
    }

    /** Headers of a webhook that the market sends now, {@code name, value} in turn. */
    static String[] signed(String id, String body) {
        return signed(id, body, Instant.now());
    }

    static String[] signed(String id, String body, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            byte[] seal = mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
            return new String[] {
                "webhook-id",
                id,
                "webhook-timestamp",
                time,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(seal)
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        ObjectNode answer = JSON.createObjectNode();
        if (path.equals("/oauth/token")) {
            answer.put("access_token", "token").put("expires_in", 3600);
        } else if (path.endsWith("/stock")) {
            take(path.split("/", -1)[3], JSON.readTree(body), answer.putArray("results"));
        } else {
            answer.putNull("next_cursor").putArray("orders");
        }
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void take(String shop, JsonNode request, ArrayNode results) {
        for (JsonNode item : request.path("items")) {
            String listing = item.path("listing_id").asText();
            told.put(shop + "/" + listing, item.path("quantity").asInt());
            results.addObject().put("listing_id", listing).put("status", "accepted");
        }
    }
}

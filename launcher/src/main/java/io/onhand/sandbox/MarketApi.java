package io.onhand.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the clients of sellers may call: orders, listings and stock of one shop. */
final class MarketApi {
    /** Answers a request about one shop, after token and quota were checked. */
    private interface ShopHandler {
        Answer answer(Shop shop, Request request);
    }

    private final Market market;

    MarketApi(Market market) {
        this.market = market;
    }

    void addTo(Router router) {
        on(router, "GET", "/orders", MarketApi::orders);
        on(
                router,
                "GET",
                "/orders/{id}",
                (shop, request) -> Answer.ok(shop.orders().get(request.value("id"))));
        on(
                router,
                "GET",
                "/listings",
                (shop, request) -> page(
                        shop.stock().listings(request.query().get("cursor"), request.limit(Page.LIMIT)), "listings"));
        on(router, "PUT", "/listings/{id}", MarketApi::putListing);
        on(
                router,
                "GET",
                "/stock",
                (shop, request) ->
                        page(shop.stock().levels(request.query().get("cursor"), request.limit(Page.LIMIT)), "stock"));
        on(router, "GET", "/stock/{id}", MarketApi::level);
        on(router, "POST", "/stock", MarketApi::writeStock);
    }

    /** A page under its own name beside {@code next_cursor}. */
    static Answer page(Page<?> page, String name) {
        ObjectNode body = Json.object();
        body.set(name, Json.tree(page.items()));
        return Answer.ok(body.put("next_cursor", page.nextCursor()));
    }

    static Answer orders(Shop shop, Request request) {
        return page(
                shop.orders()
                        .changed(
                                request.instant("updated_after", Instant.EPOCH),
                                request.instant("updated_before", Instant.MAX),
                                request.query().get("cursor"),
                                request.limit(Page.LIMIT)),
                "orders");
    }

    static Listing listing(String id, Fields fields) {
        return new Listing(
                id,
                fields.textOr("seller_code", null, 100),
                fields.text("title", 300),
                price(fields.textOr("unit_price", "10000", 20), fields.at("unit_price")));
    }

    private void on(Router router, String method, String path, ShopHandler handler) {
        router.on(method, "/v1/shops/{shop}" + path, request -> {
            Shop shop = market.shop(request.value("shop"));
            Map<String, String> headers = admit(shop, request);
            return handler.answer(shop, request).with(headers);
        });
    }

    /** Checks token and quota; gives the RateLimit headers. */
    private Map<String, String> admit(Shop shop, Request request) {
        String header = request.headers().getFirst("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw ApiError.unauthorized("token_missing", "Send Authorization: Bearer and a token from /oauth/token");
        }
        String token = header.substring(7).trim();
        if (!shop.tokens().knows(token)
                && market.shops().stream().anyMatch(other -> other.tokens().knows(token))) {
            throw new ApiError(403, "wrong_shop", null, "This bearer token is for another shop", Map.of());
        }
        shop.tokens().check(token, shop.faults());
        return shop.quota().take();
    }

    private static Answer putListing(Shop shop, Request request) {
        String id = request.value("id");
        if (id.length() > 100) {
            throw ApiError.invalid("invalid_text", "id", "A listing id has 1 to 100 characters");
        }
        Listing listing = listing(id, Fields.of(request.body()));
        return shop.stock().put(listing) ? Answer.created(listing) : Answer.ok(listing);
    }

    private static Answer level(Shop shop, Request request) {
        StockBook.Level level = shop.stock().level(request.value("id"));
        if (level == null) {
            throw ApiError.notFound("unknown_listing", "No listing " + request.value("id") + " in shop " + shop.id());
        }
        return Answer.ok(level);
    }

    /** Sets quantities; each item is accepted or rejected alone. */
    private static Answer writeStock(Shop shop, Request request) {
        List<Fields> items =
                Fields.of(request.body()).list("items", shop.settings().batchLimit());
        List<String> ids = new ArrayList<>(items.size());
        List<Map.Entry<String, Integer>> wanted = new ArrayList<>(items.size());
        for (Fields item : items) {
            String id = item.text("listing_id", 100);
            int quantity = item.integer("quantity", 0, StockBook.QUANTITY_LIMIT);
            ids.add(id);
            boolean fails = Faults.strikes(shop.faults().partialFailureRate());
            wanted.add(fails ? null : Map.entry(id, quantity));
        }
        List<StockBook.Change> changes =
                shop.stock().set(wanted.stream().filter(item -> item != null).toList(), StockBook.Source.API);
        shop.counters().stockItems(items.size());
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        int next = 0;
        for (int i = 0; i < ids.size(); i++) {
            if (wanted.get(i) == null) {
                reject(results, ids.get(i), "temporarily_unavailable", "Try this item again");
            } else if (changes.get(next++) == null) {
                reject(results, ids.get(i), "unknown_listing", "This shop has no such listing");
            } else {
                results.addObject().put("listing_id", ids.get(i)).put("status", "accepted");
            }
        }
        return Answer.ok(body);
    }

    private static void reject(ArrayNode results, String listing, String code, String message) {
        results.addObject()
                .put("listing_id", listing)
                .put("status", "rejected")
                .put("code", code)
                .put("message", message);
    }

    private static String price(String text, String field) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        try {
            if (plain) {
                return new BigDecimal(text).toPlainString();
            }
        } catch (NumberFormatException e) {
            throw ApiError.invalid("invalid_price", field, field + " must be a decimal number as text");
        }
        throw ApiError.invalid("invalid_price", field, field + " must be a decimal number as text");
    }
}

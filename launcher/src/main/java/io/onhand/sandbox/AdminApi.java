package io.onhand.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the people and tests that play with the marketplace may call: shops, buyers, faults and the whole state. */
final class AdminApi {
    private static final int BULK_LIMIT = 5_000;
    private static final int LINES_LIMIT = 200;
    private static final int ORDERED_LIMIT = 1_000_000;

    private final Market market;

    AdminApi(Market market) {
        this.market = market;
    }

    void addTo(Router router) {
        router.on("GET", "/admin/state", this::state);
        router.on("DELETE", "/admin/state", request -> {
            market.reset();
            return Answer.noContent();
        });
        router.on(
                "PUT",
                "/admin/shops/{shop}",
                request -> Answer.ok(market.put(request.value("shop"), Fields.of(request.body()))
                        .settings()
                        .toJson()));
        router.on(
                "GET",
                "/admin/shops/{shop}",
                request -> Answer.ok(shop(request).settings().toJson()));
        router.on("PUT", "/admin/shops/{shop}/faults", this::setFaults);
        router.on(
                "GET",
                "/admin/shops/{shop}/faults",
                request -> Answer.ok(shop(request).faults().toJson()));
        router.on("DELETE", "/admin/shops/{shop}/faults", request -> {
            shop(request).faults(Faults.NONE);
            return Answer.noContent();
        });
        router.on("PUT", "/admin/shops/{shop}/listings", this::putListings);
        router.on("POST", "/admin/shops/{shop}/orders", this::placeOrder);
        router.on("GET", "/admin/shops/{shop}/orders", request -> MarketApi.orders(shop(request), request));
        router.on(
                "GET",
                "/admin/shops/{shop}/orders/{id}",
                request -> Answer.ok(shop(request).orders().get(request.value("id"))));
        router.on("POST", "/admin/shops/{shop}/orders/{id}/cancel", this::cancelOrder);
        router.on("GET", "/admin/shops/{shop}/stock/{listing}/history", this::history);
        router.on("GET", "/admin/shops/{shop}/stock-changes", this::changes);
        router.on(
                "GET",
                "/admin/shops/{shop}/deliveries",
                request -> MarketApi.page(
                        shop(request).webhooks().deliveries(request.query().get("cursor"), request.limit(Page.LIMIT)),
                        "deliveries"));
        router.on("POST", "/admin/deliveries/{id}/replay", this::replay);
    }

    private Shop shop(Request request) {
        return market.shop(request.value("shop"));
    }

    /** Everything, or with {@code shop=} one shop, or with {@code listings=false} without the listings. */
    private Answer state(Request request) {
        String only = request.query().get("shop");
        boolean withListings = !"false".equals(request.query().get("listings"));
        ObjectNode body = Json.object();
        ArrayNode shops = body.putArray("shops");
        if (only != null) {
            shops.add(market.shop(only).summary(withListings));
        } else {
            market.shops().forEach(shop -> shops.add(shop.summary(withListings)));
        }
        return Answer.ok(body);
    }

    private Answer setFaults(Request request) {
        Shop shop = shop(request);
        shop.faults(Faults.read(Fields.of(request.body())));
        return Answer.ok(shop.faults().toJson());
    }

    private Answer putListings(Request request) {
        Shop shop = shop(request);
        List<Fields> items = Fields.of(request.body()).list("items", BULK_LIMIT);
        List<Listing> listings = new ArrayList<>(items.size());
        List<Map.Entry<String, Integer>> quantities = new ArrayList<>();
        for (Fields item : items) {
            Listing listing = MarketApi.listing(item.text("listing_id", 100), item);
            listings.add(listing);
            if (item.has("quantity")) {
                quantities.add(Map.entry(listing.listingId(), item.integer("quantity", 0, StockBook.QUANTITY_LIMIT)));
            }
        }
        int created = 0;
        for (Listing listing : listings) {
            created += shop.stock().put(listing) ? 1 : 0;
        }
        shop.stock().set(quantities, StockBook.Source.ADMIN);
        return Answer.ok(Json.object().put("created", created).put("changed", listings.size() - created));
    }

    private Answer placeOrder(Request request) {
        Shop shop = shop(request);
        Fields fields = Fields.of(request.body());
        List<MarketOrder.Line> lines = new ArrayList<>();
        for (Fields line : fields.list("lines", LINES_LIMIT)) {
            String id = line.text("listing_id", 100);
            Listing listing = shop.stock().listing(id);
            if (listing == null) {
                throw ApiError.invalid(
                        "unknown_listing", line.at("listing_id"), "Shop " + shop.id() + " has no listing " + id);
            }
            lines.add(new MarketOrder.Line(
                    null,
                    id,
                    listing.sellerCode(),
                    listing.title(),
                    line.integer("quantity", 1, ORDERED_LIMIT),
                    listing.unitPrice()));
        }
        MarketOrder order = shop.place(
                lines,
                buyer(fields.object("buyer")),
                shipTo(fields.object("ship_to")),
                fields.instantOr("placed_at", null),
                silent(fields));
        return Answer.created(order);
    }

    private Answer cancelOrder(Request request) {
        Shop shop = shop(request);
        Fields fields = Fields.of(request.body());
        MarketOrder order = shop.orders().get(request.value("id"));
        Map<String, Integer> quantities = new LinkedHashMap<>();
        if (fields.has("lines")) {
            for (Fields line : fields.list("lines", LINES_LIMIT)) {
                String id = line.text("line_id", 100);
                if (order.lines().stream().noneMatch(known -> known.id().equals(id))) {
                    throw ApiError.invalid(
                            "unknown_line", line.at("line_id"), "Order " + order.id() + " has no line " + id);
                }
                quantities.merge(id, line.integer("quantity", 1, ORDERED_LIMIT), Math::addExact);
            }
        }
        String reason = fields.textOr("reason", "buyer_changed_mind", 200);
        return Answer.ok(shop.cancel(order.id(), quantities, reason, silent(fields)));
    }

    private Answer history(Request request) {
        Shop shop = shop(request);
        String listing = request.value("listing");
        List<StockBook.Change> changes = shop.stock().history(listing, request.instant("since", Instant.EPOCH));
        if (changes == null) {
            throw ApiError.notFound("unknown_listing", "No listing " + listing + " in shop " + shop.id());
        }
        ObjectNode body = Json.object().put("listing_id", listing);
        body.set("history", Json.tree(changes));
        return Answer.ok(body);
    }

    /** Every change of every listing since a time, the oldest first. */
    private Answer changes(Request request) {
        ObjectNode body = Json.object();
        body.set("changes", Json.tree(shop(request).stock().changes(request.instant("since", Instant.EPOCH))));
        return Answer.ok(body);
    }

    private Answer replay(Request request) {
        String id = request.value("id");
        int dash = id.lastIndexOf('-');
        Shop shop = dash < 0 ? null : market.find(id.substring(0, dash));
        if (shop == null) {
            throw ApiError.notFound("delivery_not_found", "No delivery " + id);
        }
        return Answer.accepted(shop.webhooks().replay(id));
    }

    private static boolean silent(Fields fields) {
        String mode = fields.textOr("mode", "webhook", 20);
        return switch (mode) {
            case "webhook" -> false;
            case "silent" -> true;
            default -> throw ApiError.invalid("invalid_mode", "mode", "mode must be webhook or silent");
        };
    }

    private static MarketOrder.Buyer buyer(Fields fields) {
        return new MarketOrder.Buyer(
                fields.textOr("name", "김민지", 200),
                fields.textOr("phone", "010-0000-0000", 50),
                fields.textOr("email", "buyer@example.test", 200));
    }

    private static MarketOrder.ShipTo shipTo(Fields fields) {
        return new MarketOrder.ShipTo(
                fields.textOr("name", "김민지", 200),
                fields.textOr("phone", "010-0000-0000", 50),
                fields.textOr("postal_code", "04524", 20),
                fields.textOr("country", "KR", 2),
                fields.textOr("region", "서울특별시", 100),
                fields.textOr("city", "중구", 100),
                fields.textOr("line1", "세종대로 110", 300),
                fields.textOr("line2", null, 300));
    }
}

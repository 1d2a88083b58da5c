package io.onhand.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** All shops. Ten of them, shop01 to shop10, are always there. */
final class Market implements AutoCloseable {
    private static final int DEFAULT_SHOPS = 10;
    private static final int MOST_SHOPS = 1_000;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Clock clock;
    private final Journal journal;
    private final Sender sender;
    private final Map<String, Shop> shops = new ConcurrentSkipListMap<>();

    Market(Clock clock, Journal journal, Sender sender) {
        this.clock = clock;
        this.journal = journal;
        this.sender = sender;
        openDefaults();
        journal.replay(this::restore);
        if (journal.isLong()) {
            journal.rewrite(fresh -> shops.values().forEach(shop -> shop.appendTo(fresh)));
        }
    }

    /** The shop, or 404. */
    Shop shop(String id) {
        Shop shop = shops.get(id);
        if (shop == null) {
            throw ApiError.notFound("shop_not_found", "No shop " + id);
        }
        return shop;
    }

    /** The shop, or null. */
    Shop find(String id) {
        return shops.get(id);
    }

    Collection<Shop> shops() {
        return shops.values();
    }

    /** Opens the shop when it is new; changes what {@code fields} names. */
    synchronized Shop put(String id, Fields fields) {
        if (!ID.matcher(id).matches()) {
            throw ApiError.invalid(
                    "invalid_shop", "shop", "shop must be 1 to 40 of a-z, 0-9 and -, not starting with -");
        }
        Shop known = shops.get(id);
        if (known == null && shops.size() >= MOST_SHOPS) {
            throw ApiError.invalid("too_many", "shop", "There are " + MOST_SHOPS + " shops already");
        }
        ShopSettings settings = (known == null ? ShopSettings.initial(id) : known.settings()).changed(fields);
        Shop shop = known == null ? open(id) : known;
        shop.settings(settings);
        journal.append("shop", id, "settings", settings.toJson());
        return shop;
    }

    /** Forgets everything but the default shops. */
    synchronized void reset() {
        shops.clear();
        journal.clear();
        openDefaults();
    }

    @Override
    public void close() {
        sender.close();
        journal.close();
    }

    private void openDefaults() {
        for (int i = 1; i <= DEFAULT_SHOPS; i++) {
            open(String.format(Locale.ROOT, "shop%02d", i));
        }
    }

    private Shop open(String id) {
        return shops.computeIfAbsent(id, name -> new Shop(name, ShopSettings.initial(name), clock, journal, sender));
    }

    private void restore(JsonNode event) {
        Shop shop = open(event.path("shop").asText());
        switch (event.path("kind").asText()) {
            case "shop" ->
                shop.settings(ShopSettings.initial(shop.id())
                        .changed(Fields.of(event.get("settings").toString().getBytes(StandardCharsets.UTF_8))));
            case "listing" -> shop.stock().restore(Json.as(event.get("listing"), Listing.class));
            case "stock" ->
                event.get("changes").forEach(change -> shop.stock().restore(Json.as(change, StockBook.Change.class)));
            case "order" -> shop.orders().restore(Json.as(event.get("order"), MarketOrder.class));
            default -> throw new IllegalStateException("Unknown kind of journal line: " + event.path("kind"));
        }
    }
}

package io.onhand.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.onhand.catalog.Catalog;
import io.onhand.catalog.Sku;
import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.order.OrderSearch;
import io.onhand.portal.parts.Glyph;
import io.onhand.tenant.Page;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds orders, SKUs, channels and pages by the start of what they are called. */
class Everything {
    private static final int EACH = 6;

    private final Catalog catalog;
    private final Channels channels;
    private final OrderSearch orders;

    @Inject
    Everything(Catalog catalog, Channels channels, OrderSearch orders) {
        this.catalog = catalog;
        this.channels = channels;
        this.orders = orders;
    }

    /** Hits of one kind. */
    record Group(String name, Glyph glyph, List<Hit> hits) {}

    /** Something that was found, and where it is. */
    record Hit(String name, String aside, String path) {}

    /** What {@code wanted} finds; everything that is a page when it is empty. */
    List<Group> find(String wanted, Locale locale) {
        String small = wanted.toLowerCase(locale);
        Group pages = new Group(
                "pages",
                Glyph.RIGHT,
                Stream.of("today", "orders", "stock", "channels", "imports")
                        .map(page -> new Hit(word("nav." + page), "", page.equals("today") ? "" : page))
                        .filter(hit -> hit.name().toLowerCase(locale).contains(small))
                        .toList());
        if (wanted.isEmpty()) return List.of(pages);
        Group skus = new Group(
                "skus",
                Glyph.STOCK,
                catalog.list(wanted, null, EACH).items().stream()
                        .map(Everything::sku)
                        .toList());
        Group shops = new Group(
                "channels",
                Glyph.CHANNELS,
                channels.list(null, Page.MAX).items().stream()
                        .filter(channel -> channel.name().toLowerCase(locale).contains(small))
                        .limit(EACH)
                        .map(Everything::channel)
                        .toList());
        Group found = new Group(
                "orders",
                Glyph.ORDERS,
                orders.list(new OrderSearch.Filter(null, null, wanted, null, null, null), null, EACH).items().stream()
                        .map(Everything::order)
                        .toList());
        return List.of(skus, found, shops, pages);
    }

    private static Hit sku(Sku sku) {
        return new Hit(sku.name(), sku.code(), "stock/" + sku.id());
    }

    private static Hit order(OrderSearch.Head head) {
        return new Hit(head.externalId(), head.channelName(), "orders/" + head.id());
    }

    private static Hit channel(Channel channel) {
        return new Hit(channel.name(), channel.connector(), "channels/" + channel.id());
    }

    private static String word(String key) {
        I18NProvider words =
                UI.getCurrent().getSession().getService().getInstantiator().getI18NProvider();
        return words.getTranslation(key, UI.getCurrent().getLocale());
    }
}

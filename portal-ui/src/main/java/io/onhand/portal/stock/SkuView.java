package io.onhand.portal.stock;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.onhand.catalog.Catalog;
import io.onhand.catalog.Sku;
import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.channel.Listing;
import io.onhand.channel.Listings;
import io.onhand.location.Location;
import io.onhand.location.Locations;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Badge;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Facts;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Ids;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.Logo;
import io.onhand.portal.parts.OursAndTold;
import io.onhand.portal.parts.PlainTable;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Spoken;
import io.onhand.portal.parts.StockBar;
import io.onhand.portal.parts.Timeline;
import io.onhand.portal.parts.Tone;
import io.onhand.stock.Availability;
import io.onhand.stock.Availability.Answer;
import io.onhand.stock.Availability.HeldBy;
import io.onhand.stock.Stock;
import io.onhand.stock.StockSearch;
import io.onhand.stock.StockSearch.LevelRow;
import io.onhand.stock.StockSearch.MovementRow;
import io.onhand.tenant.Page;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One SKU: where it lies, what each channel may sell and was told, who holds units, and how it came to this. */
@Route("stock/:id")
class SkuView extends Screen implements BeforeEnterObserver {
    private static final int HOLDS_SHOWN = 20;
    private static final int MOVEMENTS_SHOWN = 30;

    private final transient Workspace workspace;
    private final transient Catalog catalog;
    private final transient StockSearch search;
    private final transient Stock stock;
    private final transient Listings listings;
    private final transient Availability availability;
    private final transient Locations places;
    private final transient Channels shops;
    private final transient Live live;
    private final Card levels = new Card(getTranslation("sku.levels"));
    private final Card channels = new Card(getTranslation("sku.channels"));
    private final Card ledger = new Card(getTranslation("sku.ledger"));
    private final Card holds = new Card(getTranslation("sku.holds"));
    private final Card about = new Card(getTranslation("sku.about"));

    @Inject
    SkuView(
            Workspace workspace,
            Catalog catalog,
            StockSearch search,
            Stock stock,
            Listings listings,
            Availability availability,
            Locations places,
            Channels shops,
            Live live) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.search = search;
        this.stock = stock;
        this.listings = listings;
        this.availability = availability;
        this.places = places;
        this.shops = shops;
        this.live = live;
        crumb(getTranslation("nav.stock"), "stock");
        channels.hint(getTranslation("sku.channels.hint"));
        Div two = new Div(new Div(levels, channels, ledger), new Div(holds, about));
        two.addClassName("two");
        add(two);
    }

    /** All that the view shows, read together, so that its numbers agree. */
    private record Seen(
            Sku sku,
            List<LevelRow> levels,
            List<Listing> listings,
            Map<UUID, Integer> ats,
            List<HeldBy> holds,
            List<MovementRow> movements,
            List<Location> locations,
            Set<UUID> untold) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = Ids.of(event);
        stepping("stock/" + id);
        live.watch(this, workspace.tenant().id(), workspace.look(() -> read(id)), () -> read(id), this::show);
    }

    private Seen read(UUID id) {
        Sku sku = catalog.get(id);
        List<Listing> sold = listings.of(id);
        Map<UUID, Integer> ats = new HashMap<>();
        for (Answer answer : availability.of(sold.stream()
                .map(listing -> new Availability.Question(listing.channelId(), id))
                .distinct()
                .toList())) ats.put(answer.channel(), answer.ats());
        return new Seen(
                sku,
                search.levels(id),
                sold,
                ats,
                search.holds(id, HOLDS_SHOWN),
                search.movements(id, null, MOVEMENTS_SHOWN).items(),
                places.list(null, Page.MAX).items(),
                shops.list(null, Page.MAX).items().stream()
                        .filter(channel -> !channel.publishes())
                        .map(Channel::id)
                        .collect(Collectors.toSet()));
    }

    private void show(Seen seen) {
        Sku sku = seen.sku();
        title(sku.name());
        Span code = new Span(sku.code());
        code.addClassNames("chip", "mono");
        beside(code);
        if (sku.isBundle()) beside(code, new Badge(Tone.PLAIN, getTranslation("sku.bundle")));
        if (workspace.mayAct() && !sku.isBundle())
            acts(
                    Acts.plain(
                            getTranslation("safety.change"),
                            () -> new SafetySheet(sku, seen.locations(), seen.levels(), workspace, stock).open()),
                    Acts.with(Glyph.EDIT, Acts.main(getTranslation("adjust"), () -> adjust(seen, null))));
        else acts();
        showLevels(seen);
        showChannels(seen);
        showHolds(seen);
        showLedger(seen);
        showAbout(seen);
    }

    private void adjust(Seen seen, LevelRow at) {
        new AdjustSheet(seen.sku(), seen.locations(), seen.levels(), at, workspace, stock).open();
    }

    private void showLevels(Seen seen) {
        if (seen.sku().isBundle()) {
            levels.show(new Empty(Glyph.STOCK, getTranslation("sku.bundle.levels"), null).small());
            return;
        }
        if (seen.levels().isEmpty()) {
            levels.show(
                    new Empty(Glyph.STOCK, getTranslation("sku.levels.none"), getTranslation("sku.levels.none.next"))
                            .small());
            return;
        }
        int onHand = seen.levels().stream().mapToInt(LevelRow::onHand).sum();
        StockBar.Split all = seen.levels().stream()
                .map(level -> StockBar.Split.of(level.onHand(), level.reserved(), level.safetyStock()))
                .reduce(new StockBar.Split(0, 0, 0, 0), StockBar.Split::plus);
        levels.hint(getTranslation("sku.on-hand", onHand, seen.sku().unit()));
        Div picture = new Div(new StockBar(all), StockBar.legend(all));
        picture.getStyle().set("padding", "4px 16px 8px");
        PlainTable table = new PlainTable()
                .column(getTranslation("location"))
                .column(getTranslation("stock.split"))
                .number(getTranslation("stock.on-hand"))
                .number(getTranslation("stock.held"))
                .number(getTranslation("stock.safety"))
                .number(getTranslation("stock.free"))
                .column("");
        for (LevelRow level : seen.levels()) {
            Span free = Spoken.count(level.free(), getLocale());
            free.addClassName("strong");
            Div last = new Div();
            if (level.shortfall() > 0)
                last.add(new Badge(Tone.WRONG, getTranslation("stock.short", level.shortfall())));
            if (workspace.mayAct()) last.add(Acts.quiet(getTranslation("adjust"), () -> adjust(seen, level)));
            table.row(
                    new Span(level.locationName()),
                    new StockBar(StockBar.Split.of(level.onHand(), level.reserved(), level.safetyStock())),
                    Spoken.count(level.onHand(), getLocale()),
                    Spoken.count(level.reserved(), getLocale()),
                    Spoken.count(level.safetyStock(), getLocale()),
                    free,
                    last);
        }
        levels.showFlush(picture, table);
    }

    private void showChannels(Seen seen) {
        if (seen.listings().isEmpty()) {
            channels.show(new Empty(
                            Glyph.CHANNELS,
                            getTranslation("sku.channels.none"),
                            getTranslation("sku.channels.none.next"))
                    .small());
            return;
        }
        int scale = 1;
        for (Listing listing : seen.listings()) {
            scale = Math.max(scale, seen.ats().getOrDefault(listing.channelId(), 0));
            if (listing.toldQuantity() != null) scale = Math.max(scale, listing.toldQuantity());
        }
        PlainTable table = new PlainTable()
                .column(getTranslation("channel"))
                .column(getTranslation("sku.ours-and-told"))
                .column("");
        for (Listing listing : seen.listings())
            table.row(shop(listing), told(listing, seen, scale), why(listing, seen.sku()));
        channels.showFlush(table);
    }

    private Component shop(Listing listing) {
        Div words = new Div(
                Acts.link(listing.channelName(), "channels/" + listing.channelId()), Acts.quiet(listing.externalId()));
        words.getStyle().set("display", "grid");
        Div cell = new Div(new Logo(listing.channelName()).small(), words);
        cell.getStyle().set("display", "flex").set("gap", "10px").set("align-items", "center");
        return cell;
    }

    private Component told(Listing listing, Seen seen, int scale) {
        if (seen.untold().contains(listing.channelId())) return Acts.quiet(getTranslation("told.cannot"));
        return new OursAndTold(
                seen.ats().getOrDefault(listing.channelId(), 0), listing.toldQuantity(), listing.toldAt(), scale);
    }

    private Component why(Listing listing, Sku sku) {
        return Acts.with(Glyph.WHY, Acts.quiet(getTranslation("why"), () -> new WhyDialog(
                        workspace.look(() -> availability.explain(listing.channelId(), sku.id())),
                        listing,
                        sku,
                        workspace.zone())
                .open()));
    }

    private void showHolds(Seen seen) {
        if (seen.holds().isEmpty()) {
            holds.show(new Empty(Glyph.ORDERS, getTranslation("sku.holds.none"), null).small());
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("list");
        for (HeldBy hold : seen.holds()) {
            Div words = new Div(
                    Acts.link(hold.orderNumber(), "orders/" + hold.order()),
                    Acts.quiet(hold.channel() + " · " + hold.locationName()));
            words.addClassName("grow");
            Span units = Spoken.count(hold.units(), getLocale());
            units.addClassName("strong");
            list.add(new ListItem(words, units, new Ago(hold.since())));
        }
        holds.showFlush(list);
    }

    private void showLedger(Seen seen) {
        if (seen.movements().isEmpty()) {
            ledger.show(new Empty(Glyph.WAIT, getTranslation("sku.ledger.none"), null).small());
            return;
        }
        ledger.show(new Timeline(
                seen.movements().stream()
                        .map(movement -> LedgerWords.entry(this, movement))
                        .toList(),
                workspace.zone()));
    }

    private void showAbout(Seen seen) {
        Facts facts = new Facts().fact(getTranslation("sku.unit"), seen.sku().unit());
        seen.sku().identifiers().forEach(one -> facts.fact(one.type().toUpperCase(java.util.Locale.ROOT), one.value()));
        seen.sku()
                .components()
                .forEach(part -> facts.fact(getTranslation("sku.contains"), part.quantity() + " × " + part.code()));
        about.show(facts);
    }
}

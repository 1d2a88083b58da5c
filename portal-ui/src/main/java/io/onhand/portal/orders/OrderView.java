package io.onhand.portal.orders;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.onhand.canonical.IncomingOrder.Address;
import io.onhand.order.Cancellations;
import io.onhand.order.OrderSearch;
import io.onhand.order.OrderSearch.Detail;
import io.onhand.order.OrderSearch.Head;
import io.onhand.order.OrderSearch.HoldView;
import io.onhand.order.OrderSearch.LineView;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Badge;
import io.onhand.portal.parts.Badges;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Facts;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Ids;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.Logo;
import io.onhand.portal.parts.PlainTable;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Spoken;
import io.onhand.portal.parts.Timeline;
import io.onhand.portal.parts.Tone;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One order: its lines with the state of every unit, where they are held, who bought, what happened. */
@Route("orders/:id")
class OrderView extends Screen implements BeforeEnterObserver {
    private final transient Workspace workspace;
    private final transient OrderSearch search;
    private final transient Cancellations cancellations;
    private final transient Live live;
    private final Card lines = new Card(getTranslation("order.lines"));
    private final Card holds = new Card(getTranslation("order.holds"));
    private final Card about = new Card(getTranslation("order.about"));
    private final Card buyer = new Card(getTranslation("order.ship-to"));
    private final Card story = new Card(getTranslation("order.story"));

    @Inject
    OrderView(Workspace workspace, OrderSearch search, Cancellations cancellations, Live live) {
        this.workspace = workspace;
        this.search = search;
        this.cancellations = cancellations;
        this.live = live;
        crumb(getTranslation("nav.orders"), "orders");
        Div two = new Div(new Div(lines, holds, story), new Div(about, buyer));
        two.addClassName("two");
        add(two);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = Ids.of(event);
        stepping("orders/" + id);
        Detail first = workspace.look(() -> search.get(id));
        live.watch(this, workspace.tenant().id(), first, () -> search.get(id), this::show);
    }

    private void show(Detail detail) {
        Head head = detail.head();
        title(head.externalId());
        beside(Badges.of(head.state()));
        boolean open = detail.lines().stream().anyMatch(line -> line.open() > 0);
        if (workspace.mayAct() && open)
            acts(Acts.risky(
                    getTranslation("order.cancel"), () -> new CancelSheet(detail, workspace, cancellations).open()));
        else acts();
        showLines(detail);
        showHolds(detail.holds().stream().filter(hold -> hold.open() > 0).toList());
        showAbout(head);
        showBuyer(head);
        List<Timeline.Entry> entries = new java.util.ArrayList<>(detail.events().stream()
                .map(event -> OrderWords.entry(this, event, detail))
                .toList());
        java.util.Collections.reverse(entries);
        story.show(new Timeline(entries, workspace.zone()));
    }

    private void showLines(Detail detail) {
        PlainTable table = new PlainTable()
                .column(getTranslation("order.line"))
                .number(getTranslation("order.quantity"))
                .column(getTranslation("order.units-are"))
                .number(getTranslation("order.price"));
        for (LineView line : detail.lines())
            table.row(
                    what(line),
                    Spoken.count(line.quantity(), getLocale()),
                    states(line),
                    new Span(Spoken.money(
                            line.unitPriceMinor() * line.quantity(),
                            detail.head().currency(),
                            getLocale())));
        lines.hint(Spoken.money(detail.head().totalMinor(), detail.head().currency(), getLocale()));
        lines.showFlush(table);
    }

    private Component what(LineView line) {
        Span title = new Span(line.title() == null ? line.listingExternalId() : line.title());
        title.addClassName("strong");
        Component sku = line.skuId() == null
                ? Acts.quiet(getTranslation("order.line.unlinked", line.listingExternalId()))
                : Acts.link(line.skuCode(), "stock/" + line.skuId());
        return above(title, sku);
    }

    private static Component named(String name, String code) {
        return above(new Span(name), Acts.quiet(code));
    }

    private static Component above(Component first, Component second) {
        Div cell = new Div(first, second);
        cell.getStyle().set("display", "grid");
        return cell;
    }

    private Component states(LineView line) {
        Div cell = new Div();
        cell.getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "4px");
        unit(cell, Tone.GOOD, "held", line.held());
        unit(cell, Tone.ATTENTION, "backordered", line.backordered());
        unit(cell, Tone.ATTENTION, "unmatched", line.unmatched());
        unit(cell, Tone.PLAIN, "shipped", line.shipped());
        unit(cell, Tone.PLAIN, "cancelled", line.cancelled());
        unit(cell, Tone.WRONG, "refused", line.refused());
        return cell;
    }

    private void unit(Div cell, Tone tone, String state, int units) {
        if (units > 0) cell.add(new Badge(tone, getTranslation("order.unit." + state, units)));
    }

    private void showHolds(List<HoldView> open) {
        if (open.isEmpty()) {
            holds.show(new Empty(Glyph.STOCK, getTranslation("order.holds.none"), null).small());
            return;
        }
        PlainTable table = new PlainTable()
                .column(getTranslation("sku"))
                .column(getTranslation("location"))
                .number(getTranslation("order.held-units"))
                .column(getTranslation("order.held-since"));
        for (HoldView hold : open)
            table.row(
                    named(hold.skuName(), hold.skuCode()),
                    new Span(hold.locationName()),
                    Spoken.count(hold.open(), getLocale()),
                    new Ago(hold.since()));
        holds.showFlush(table);
    }

    private void showAbout(Head head) {
        Div shop = new Div(
                new Logo(head.channelName()).small(), Acts.link(head.channelName(), "channels/" + head.channelId()));
        shop.getStyle().set("display", "flex").set("gap", "8px").set("align-items", "center");
        Facts facts = new Facts()
                .fact(getTranslation("channel"), shop)
                .fact(getTranslation("order.placed"), Spoken.when(head.placedAt(), workspace.zone(), getLocale()))
                .fact(getTranslation("order.accepted"), new Ago(head.acceptedAt()))
                .fact(getTranslation("order.source"), getTranslation("order.source." + head.source()))
                .fact(getTranslation("order.note"), head.note());
        if (head.importId() != null)
            facts.fact(
                    getTranslation("order.import"),
                    Acts.link(getTranslation("order.import.open"), "imports/" + head.importId()));
        about.show(facts);
    }

    private void showBuyer(Head head) {
        Facts facts = new Facts();
        if (head.buyer() != null)
            facts.fact(getTranslation("order.buyer"), head.buyer().name())
                    .fact(getTranslation("order.phone"), head.buyer().phone())
                    .fact(getTranslation("order.email"), head.buyer().email());
        Address to = head.shipTo();
        if (to != null)
            facts.fact(getTranslation("order.recipient"), to.name())
                    .fact(getTranslation("order.recipient-phone"), to.phone())
                    .fact(getTranslation("order.address"), address(to));
        if (facts.getChildren().findAny().isEmpty())
            buyer.show(new Empty(Glyph.PERSON, getTranslation("order.ship-to.none"), null).small());
        else buyer.show(facts);
    }

    private static String address(Address to) {
        return Stream.of(to.postalCode(), to.region(), to.city(), to.line1(), to.line2(), to.country())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}

package io.onhand.portal.orders;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.order.OrderSearch;
import io.onhand.order.OrderSearch.Head;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Badges;
import io.onhand.portal.parts.CsvExport;
import io.onhand.portal.parts.CursorPages;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.LiveGrid;
import io.onhand.portal.parts.Logo;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Spoken;
import io.onhand.tenant.Page;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every order of every channel, newest first. What is filtered stands in the address. */
@Route("orders")
class OrdersView extends Screen implements BeforeEnterObserver {
    private static final int TYPING_MILLIS = 250;

    private final transient Workspace workspace;
    private final transient OrderSearch orders;
    private final transient Clock clock;
    private final transient List<Channel> channels;
    private final Nav views = new Nav();
    private final TextField number = new TextField();
    private final Select<Channel> channel = new Select<>();
    private final Select<OrderFilter.Since> since = new Select<>();
    private final Div pills = new Div();
    private final LiveGrid<Head> list;
    private OrderFilter filter = OrderFilter.NONE;

    @Inject
    OrdersView(Workspace workspace, OrderSearch orders, Channels shops, Clock clock, Live live) {
        this.workspace = workspace;
        this.orders = orders;
        this.clock = clock;
        channels = workspace.look(() -> shops.list(null, Page.MAX).items());
        list = new LiveGrid<>(live, Head::id, head -> "orders/" + head.id());
        fill();
        title(getTranslation("nav.orders"));
        views.addClassName("views");
        views.getElement().setAttribute("aria-label", getTranslation("orders.views"));
        acts(export());
        add(views, filters(), list);
        columns(list.grid());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = OrderFilter.of(event.getLocation().getQueryParameters());
        String wantedNumber = filter.numberOrEmpty();
        // The address has no space at the end; the field keeps it for the next word.
        if (!number.getValue().strip().equals(wantedNumber)) number.setValue(wantedNumber);
        channel.setValue(channels.stream()
                .filter(one -> one.id().equals(filter.channel()))
                .findFirst()
                .orElse(null));
        since.setValue(filter.since());
        showViews();
        showPills();
        list.read(workspace::look, workspace.tenant().id(), asFiltered(), nothing());
    }

    private Component export() {
        ZoneId zone = workspace.zone();
        return CsvExport.link(
                getTranslation("export"),
                "orders",
                Stream.of(
                                "order.number",
                                "channel",
                                "order.state",
                                "order.buyer",
                                "order.units",
                                "order.total",
                                "export.currency",
                                "order.placed",
                                "order.accepted")
                        .map(this::getTranslation)
                        .toList(),
                workspace::look,
                zone,
                this::asFiltered,
                head -> Arrays.asList(
                        head.externalId(),
                        head.channelName(),
                        getTranslation("order.state." + head.state().code()),
                        head.buyer() == null ? null : head.buyer().name(),
                        head.units(),
                        Spoken.amount(head.totalMinor(), head.currency()),
                        head.currency(),
                        Spoken.sortable(head.placedAt(), zone),
                        Spoken.sortable(head.acceptedAt(), zone)),
                getTranslation("export.cut"));
    }

    private CursorPages.Reader<Head> asFiltered() {
        OrderSearch.Filter wanted = filter.wanted(clock, workspace.zone());
        return (after, limit) -> orders.list(wanted, after, limit);
    }

    private Component filters() {
        number.setPlaceholder(getTranslation("orders.search"));
        number.setAriaLabel(getTranslation("orders.search"));
        number.setPrefixComponent(Glyph.SEARCH.small());
        number.setClearButtonVisible(true);
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.setValueChangeTimeout(TYPING_MILLIS);
        number.addClassName("search");
        number.addValueChangeListener(change -> {
            if (change.isFromClient()) go(filter.withNumber(change.getValue()));
        });
        channel.setItems(channels);
        channel.setEmptySelectionAllowed(true);
        channel.setEmptySelectionCaption(getTranslation("orders.every-channel"));
        channel.setPlaceholder(getTranslation("orders.every-channel"));
        channel.setItemLabelGenerator(one -> one == null ? getTranslation("orders.every-channel") : one.name());
        channel.setAriaLabel(getTranslation("channel"));
        channel.addValueChangeListener(change -> {
            if (change.isFromClient())
                go(filter.withChannel(
                        change.getValue() == null ? null : change.getValue().id()));
        });
        since.setItems(OrderFilter.Since.values());
        since.setItemLabelGenerator(one -> getTranslation("orders.since." + one.code()));
        since.setAriaLabel(getTranslation("orders.since"));
        since.addValueChangeListener(change -> {
            if (change.isFromClient()) go(filter.withSince(change.getValue()));
        });
        pills.addClassName("filters");
        Div filters = new Div(number, channel, since, pills);
        filters.addClassName("filters");
        return filters;
    }

    private void go(OrderFilter wanted) {
        getUI().ifPresent(ui -> ui.navigate("orders", wanted.parameters()));
    }

    private void showViews() {
        views.removeAll();
        for (OrderFilter.View view : OrderFilter.View.values()) {
            Anchor tab =
                    new Anchor("orders" + query(filter.withView(view)), getTranslation("orders.view." + view.code()));
            tab.getElement().setAttribute("router-link", true);
            if (view == filter.view()) tab.getElement().setAttribute("aria-current", "page");
            views.add(tab);
        }
    }

    private static String query(OrderFilter wanted) {
        String query = wanted.parameters().getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }

    private void showPills() {
        pills.removeAll();
        if (filter.importId() == null) return;
        Span pill = new Span(getTranslation("orders.of-import"));
        pill.addClassName("pill");
        com.vaadin.flow.component.html.NativeButton off =
                new com.vaadin.flow.component.html.NativeButton("×", click -> go(filter.withoutImport()));
        off.getElement().setAttribute("aria-label", getTranslation("orders.of-import.off"));
        pill.add(off);
        pills.add(pill);
    }

    private void columns(Grid<Head> grid) {
        grid.addComponentColumn(head -> {
                    Component link = Acts.link(head.externalId(), "orders/" + head.id());
                    link.addClassNames("strong", "cut");
                    link.getElement().setAttribute("title", head.externalId());
                    return link;
                })
                .setHeader(getTranslation("order.number"))
                .setWidth("160px")
                .setFlexGrow(2);
        grid.addComponentColumn(this::shop)
                .setHeader(getTranslation("channel"))
                .setWidth("132px")
                .setFlexGrow(2);
        grid.addComponentColumn(head -> Badges.of(head.state()))
                .setHeader(getTranslation("order.state"))
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.addColumn(head -> head.buyer() == null ? "" : head.buyer().name())
                .setHeader(getTranslation("order.buyer"))
                .setFlexGrow(1);
        grid.addComponentColumn(head -> Spoken.count(head.units(), getLocale()))
                .setHeader(getTranslation("order.units"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("88px")
                .setFlexGrow(0);
        grid.addComponentColumn(head -> {
                    Span total = new Span(Spoken.money(head.totalMinor(), head.currency(), getLocale()));
                    total.addClassName("num");
                    return total;
                })
                .setHeader(getTranslation("order.total"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("148px")
                .setFlexGrow(0);
        grid.addComponentColumn(head -> new Ago(head.acceptedAt()))
                .setHeader(getTranslation("order.accepted"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
    }

    private Component shop(Head head) {
        Span name = new Span(head.channelName());
        name.addClassName("cut");
        Div cell = new Div(new Logo(head.channelName()).small(), name);
        cell.getStyle().set("display", "flex").set("gap", "8px").set("align-items", "center");
        return cell;
    }

    private Empty nothing() {
        if (!filter.isEmpty())
            return new Empty(
                    Glyph.SEARCH,
                    getTranslation("orders.none-match"),
                    getTranslation("orders.none-match.next"),
                    Acts.plain(getTranslation("orders.all"), () -> go(OrderFilter.NONE)));
        return workspace.mayAct()
                ? new Empty(
                        Glyph.ORDERS,
                        getTranslation("orders.none"),
                        getTranslation("orders.none.next"),
                        Acts.main(getTranslation("imports.new"), () -> open("imports/new")),
                        Acts.plain(getTranslation("channel.connect"), () -> open("channels/connect")))
                : new Empty(Glyph.ORDERS, getTranslation("orders.none"), getTranslation("orders.none.next"));
    }

    private void open(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }
}

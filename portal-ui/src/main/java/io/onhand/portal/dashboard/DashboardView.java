package io.onhand.portal.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import io.onhand.order.OrderSearch;
import io.onhand.order.OrderSearch.Head;
import io.onhand.order.OrderState;
import io.onhand.portal.dashboard.Today.Figures;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Badge;
import io.onhand.portal.parts.Badges;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Health;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.Logo;
import io.onhand.portal.parts.PlainTable;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Spoken;
import io.onhand.portal.parts.Tone;
import io.onhand.publication.PublicationFigures.ChannelFigures;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Is anything wrong, what must go out today, is every channel telling the truth? */
@Route("")
class DashboardView extends Screen {
    private static final int SLOW_MS = 5_000;

    private final transient Workspace workspace;
    private final Div figures = new Div();
    private final Div alerts = new Div();
    private final Card channels = new Card(getTranslation("today.channels"));
    private final Card lag = new Card(getTranslation("today.lag"));
    private final Card newest = new Card(getTranslation("today.newest"));
    private final LagChart chart = new LagChart();

    @Inject
    DashboardView(Workspace workspace, Today today, Live live) {
        this.workspace = workspace;
        title(getTranslation("nav.today"));
        figures.addClassName("three");
        channels.hint(getTranslation("today.channels.hint"));
        lag.hint(getTranslation("today.lag.hint"));
        newest.act(Acts.link(getTranslation("today.all-orders"), "orders"));
        alerts.addClassName("first");
        Div two = new Div(new Div(channels, lag), new Div(alerts, newest));
        two.addClassName("two");
        add(figures, two);
        var zone = workspace.zone();
        live.watch(
                this,
                workspace.tenant().id(),
                workspace.look(() -> today.read(zone)),
                () -> today.read(zone),
                this::show);
    }

    private void show(Figures now) {
        under(new Span(now.day()
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(getLocale()))));
        showFigures(now);
        showAlerts(now);
        showChannels(now);
        showLag(now);
        showNewest(now);
    }

    private void showFigures(Figures now) {
        figures.removeAll();
        int cancelled = now.orders().getOrDefault(OrderState.CANCELLED, 0);
        figures.add(
                figure(
                        "today.orders",
                        now.ordersToday(),
                        getTranslation("today.orders.with", cancelled),
                        "orders?since=today",
                        null),
                figure(
                        "today.to-ship",
                        now.toShip(),
                        now.toShip() < OrderSearch.MOST_COUNTED ? "" : "+",
                        getTranslation("today.to-ship.with", now.toShip()),
                        "orders?view=to-ship",
                        null),
                truth(now),
                figure(
                        "today.at-risk",
                        now.unitsAtRisk(),
                        getTranslation(now.unitsAtRisk() == 0 ? "today.at-risk.none" : "today.at-risk.some"),
                        "channels",
                        now.unitsAtRisk() == 0 ? null : "wrong"));
    }

    private Component truth(Figures now) {
        String with = now.slowestP95Ms() == 0
                ? getTranslation("today.truth.quiet")
                : getTranslation("today.truth.lag", Spoken.lag(Duration.ofMillis(now.slowestP95Ms()), this));
        return figure(
                "today.truth",
                now.upToDate(),
                getTranslation("today.truth.of", now.channels().size()),
                with,
                "channels",
                now.upToDate() < now.channels().size() ? "attention" : null);
    }

    private Anchor figure(String key, long number, String with, String path, String style) {
        return figure(key, number, "", with, path, style);
    }

    private Anchor figure(String key, long number, String beside, String with, String path, String style) {
        Div name = new Div(getTranslation(key));
        name.addClassName("name");
        Span small = new Span(beside);
        small.addClassName("small");
        Div value = new Div(new Span(getTranslation("number", number)), small);
        value.addClassName("value");
        Div aside = new Div(with);
        aside.addClassName("with");
        Anchor figure = new Anchor(path, name, value, aside);
        figure.getElement().setAttribute("router-link", true);
        figure.addClassNames("card", "figure");
        if (style != null) figure.addClassName(style);
        return figure;
    }

    private void showAlerts(Figures now) {
        alerts.removeAll();
        if (now.health().isEmpty()) {
            alerts.add(start());
            return;
        }
        List<ListItem> all = new ArrayList<>();
        for (ChannelFigures channel : now.channels()) {
            if (now.healthOf(channel) == Health.RESTING)
                alert(
                        all,
                        Tone.WRONG,
                        getTranslation("alert.resting", channel.name()),
                        "channels/" + channel.channel());
        }
        if (now.skusShort() > 0) alert(all, Tone.WRONG, getTranslation("alert.short", now.skusShort()), "stock");
        if (now.parked() > 0) alert(all, Tone.WRONG, getTranslation("alert.parked", now.parked()), "channels");
        if (now.unmatched() > 0)
            alert(all, Tone.ATTENTION, getTranslation("alert.unmatched", now.unmatched()), "orders?view=unmatched");
        if (now.toLink() > 0) alert(all, Tone.ATTENTION, getTranslation("alert.to-link", now.toLink()), "channels");
        if (now.backordered() > 0)
            alert(
                    all,
                    Tone.ATTENTION,
                    getTranslation("alert.backordered", now.backordered()),
                    "orders?view=backordered");
        for (ChannelFigures channel : now.channels())
            if (now.healthOf(channel) == Health.PAUSED)
                alert(all, Tone.PLAIN, getTranslation("alert.paused", channel.name()), "channels/" + channel.channel());
        Card card = new Card(getTranslation("today.alerts"));
        if (all.isEmpty()) {
            Div well = new Div(Tone.GOOD.glyph().icon(), new Span(getTranslation("today.well")));
            well.getStyle()
                    .set("display", "flex")
                    .set("gap", "8px")
                    .set("align-items", "center")
                    .set("color", "var(--good-ink)");
            card.show(well);
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("list");
            all.forEach(list::add);
            card.hint(getTranslation("number", all.size())).showFlush(list);
        }
        alerts.add(card);
    }

    private static void alert(List<ListItem> all, Tone tone, String words, String path) {
        Span icon = tone.glyph().icon();
        icon.getStyle().set("color", "var(--" + (tone == Tone.PLAIN ? "ink-3" : tone.css()) + ")");
        Anchor link = new Anchor(path, words);
        link.getElement().setAttribute("router-link", true);
        link.getStyle().set("color", "var(--ink)");
        Div grow = new Div(link);
        grow.addClassName("grow");
        Span onward = Glyph.RIGHT.small();
        onward.addClassName("quiet");
        ListItem item = new ListItem(icon, grow, onward);
        item.addClassName("linked");
        all.add(item);
    }

    /** The way from nothing to the first synchronised channel. */
    private Component start() {
        OrderedList steps = new OrderedList();
        steps.addClassName("list");
        for (String step : List.of("channel", "link", "order")) {
            Div words = new Div(
                    new Span(getTranslation("start." + step)), Acts.quiet(getTranslation("start." + step + ".how")));
            words.addClassName("grow");
            steps.add(new ListItem(words));
        }
        Card card = new Card(getTranslation("start")).showFlush(steps);
        if (workspace.mayAct()) card.act(Acts.link(getTranslation("channel.connect"), "channels/connect"));
        return card;
    }

    private void showChannels(Figures now) {
        if (now.channels().isEmpty()) {
            channels.show(new Empty(Glyph.CHANNELS, getTranslation("channel.none"), getTranslation("channel.none.next"))
                    .small());
            return;
        }
        PlainTable table = new PlainTable()
                .column(getTranslation("channel"))
                .column(getTranslation("channel.state"))
                .number(getTranslation("channel.lag.half"))
                .number(getTranslation("channel.lag.most"))
                .number(getTranslation("today.at-risk.short"))
                .column(getTranslation("channel.last-success"));
        for (ChannelFigures one : troubledFirst(now)) {
            Div name = new Div(new Logo(one.name()).small(), Acts.link(one.name(), "channels/" + one.channel()));
            name.getStyle().set("display", "flex").set("gap", "10px").set("align-items", "center");
            table.row(
                    name,
                    state(one, now.healthOf(one)),
                    lagOf(one.lag().told(), one.lag().p50Ms()),
                    lagOf(one.lag().told(), one.lag().p95Ms()),
                    risk(one),
                    new Ago(one.lastToldAt()));
        }
        channels.showFlush(table);
    }

    private Component state(ChannelFigures one, Health health) {
        if (health == Health.PAUSED || health.fails()) return health.badge();
        if (one.waiting() > 0) return new Badge(Tone.WAIT, getTranslation("today.waiting", one.waiting()));
        return new Badge(Tone.GOOD, getTranslation("today.true"));
    }

    /** Those that fail before the others, each by name. */
    private static List<ChannelFigures> troubledFirst(Figures now) {
        return now.channels().stream()
                .sorted(Comparator.comparing(one -> !now.healthOf(one).fails()))
                .toList();
    }

    private Component lagOf(int told, int millis) {
        if (told == 0) return Acts.quiet("—");
        Span lagged = new Span(Spoken.lag(Duration.ofMillis(millis), this));
        if (millis > SLOW_MS)
            lagged.getStyle().set("color", "var(--attention-ink)").set("font-weight", "600");
        return lagged;
    }

    private Component risk(ChannelFigures one) {
        if (one.unitsAtRisk() == 0) return Acts.quiet("0");
        Span units = Spoken.count(one.unitsAtRisk(), getLocale());
        units.getStyle().set("color", "var(--wrong-ink)").set("font-weight", "600");
        return units;
    }

    private void showLag(Figures now) {
        if (now.minutes().isEmpty()) {
            lag.show(new Empty(Glyph.WAIT, getTranslation("today.lag.none"), null).small());
            return;
        }
        chart.show(now.minutes(), workspace.zone());
        if (!chart.isAttached()) lag.show(chart);
    }

    private void showNewest(Figures now) {
        if (now.newest().isEmpty()) {
            newest.show(
                    new Empty(Glyph.ORDERS, getTranslation("orders.none"), getTranslation("orders.none.next")).small());
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("list");
        for (Head head : now.newest()) {
            Component number = Acts.link(head.externalId(), "orders/" + head.id());
            number.addClassNames("strong", "cut");
            number.getElement().setAttribute("title", head.externalId());
            Span aside = Acts.quiet(head.channelName() + " · " + getTranslation("units", head.units()));
            aside.addClassName("cut");
            Div words = new Div(number, aside);
            words.addClassName("grow");
            ListItem item = new ListItem(words, Badges.of(head.state()), new Ago(head.acceptedAt()));
            list.add(item);
        }
        newest.showFlush(list);
    }
}

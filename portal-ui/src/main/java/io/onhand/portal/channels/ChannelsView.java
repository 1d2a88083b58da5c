package io.onhand.portal.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Health;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.Logo;
import io.onhand.portal.parts.PlainTable;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Spoken;
import io.onhand.portal.parts.Titles;
import io.onhand.publication.PublicationFigures;
import io.onhand.publication.PublicationFigures.ChannelFigures;
import io.onhand.tenant.Page;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every channel with its health, and what waits for a person. */
@Route("channels")
class ChannelsView extends Screen {
    private static final Duration LAG_SPAN = Duration.ofHours(1);

    private final transient Workspace workspace;
    private final transient Channels channels;
    private final transient PublicationFigures figures;
    private final transient Clock clock;
    private final Div list = new Div();
    private transient Map<String, ConnectorDescriptor> connectors;

    @Inject
    ChannelsView(
            Workspace workspace,
            Channels channels,
            PublicationFigures figures,
            Clock clock,
            Live live,
            WaitingListings listings,
            ParkedList parked) {
        this.workspace = workspace;
        this.channels = channels;
        this.figures = figures;
        this.clock = clock;
        title(getTranslation("nav.channels"));
        connectors = workspace.look(channels::connectors);
        if (workspace.mayAct())
            acts(Acts.with(Glyph.PLUS, Acts.main(getTranslation("channel.connect"), () -> getUI().ifPresent(
                            ui -> ui.navigate("channels/connect")))));
        listings.ofAll();
        add(listings, parked, list);
        live.watch(this, workspace.tenant().id(), workspace.look(this::read), this::read, this::show);
    }

    /** The channels, and how long each was waited for in the last hour. */
    private record Seen(List<Channel> channels, Map<UUID, ChannelFigures> figures) {}

    private Seen read() {
        Map<UUID, ChannelFigures> byChannel = new HashMap<>();
        figures.channels(LAG_SPAN).forEach(one -> byChannel.put(one.channel(), one));
        return new Seen(channels.list(null, Page.MAX).items(), byChannel);
    }

    private void show(Seen seen) {
        List<Channel> now = troubledFirst(seen.channels());
        list.removeAll();
        if (now.isEmpty()) {
            list.add(nothing());
            return;
        }
        PlainTable table = new PlainTable()
                .column(getTranslation("channel"))
                .column(getTranslation("channel.state"))
                .number(getTranslation("channel.lag.half"))
                .number(getTranslation("channel.lag.most"))
                .column(getTranslation("channel.last-success"))
                .column(getTranslation("channel.last-error"))
                .number(getTranslation("channel.unmatched"));
        now.forEach(channel -> table.row(
                name(channel),
                Health.of(channel, clock.instant()).badge(),
                lag(seen.figures().get(channel.id()), false),
                lag(seen.figures().get(channel.id()), true),
                new Ago(channel.lastSuccessAt()),
                trouble(channel),
                channel.unmatched() == 0 ? Acts.quiet("—") : new Span(getTranslation("number", channel.unmatched()))));
        Card card = new Card(getTranslation("channel.all")).hint(getTranslation("number", now.size()));
        list.add(card.showFlush(table));
    }

    /** Those that fail before the others, each by name. */
    private List<Channel> troubledFirst(List<Channel> byName) {
        Instant at = clock.instant();
        return byName.stream()
                .sorted(Comparator.comparing(channel -> !Health.of(channel, at).fails()))
                .toList();
    }

    private Component name(Channel channel) {
        ConnectorDescriptor connector = connectors.get(channel.connector());
        Span kind = Acts.quiet(
                connector == null ? channel.connector() : Titles.of(connector.title(), getLocale(), connector.id()));
        kind.addClassName("nowrap");
        Div words = new Div(Acts.link(channel.name(), "channels/" + channel.id()), kind);
        words.getStyle().set("display", "grid");
        Div cell = new Div(new Logo(channel.name()), words);
        cell.getStyle().set("display", "flex").set("gap", "12px").set("align-items", "center");
        return cell;
    }

    private Component lag(ChannelFigures figures, boolean p95) {
        if (figures == null || figures.lag().told() == 0) return Acts.quiet("—");
        int millis = p95 ? figures.lag().p95Ms() : figures.lag().p50Ms();
        return new Span(Spoken.lag(Duration.ofMillis(millis), this));
    }

    private Component trouble(Channel channel) {
        if (channel.lastError() == null) return Acts.quiet("—");
        Trouble trouble = new Trouble(channel.lastError(), this);
        Span words = new Span(trouble.headline());
        words.addClassName("cut");
        words.setTitle(trouble.inFull());
        Div cell = new Div(words, new Ago(channel.lastError().at()));
        cell.getStyle().set("display", "grid").set("max-width", "340px");
        cell.addClassName(channel.failures() == 0 ? "quiet" : "second");
        return cell;
    }

    private Component nothing() {
        Component[] acts = workspace.mayAct()
                ? new Component[] {
                    Acts.main(getTranslation("channel.connect"), () -> getUI().ifPresent(
                                    ui -> ui.navigate("channels/connect")))
                }
                : new Component[0];
        Div card = new Div(
                new Empty(Glyph.CHANNELS, getTranslation("channel.none"), getTranslation("channel.none.next"), acts));
        card.addClassName("card");
        return card;
    }
}

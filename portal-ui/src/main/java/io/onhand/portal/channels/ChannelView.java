package io.onhand.portal.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.onhand.channel.Channel;
import io.onhand.channel.ChannelPolicy;
import io.onhand.channel.Channels;
import io.onhand.channel.ColumnNames;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.location.Location;
import io.onhand.location.Locations;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Confirm;
import io.onhand.portal.parts.Facts;
import io.onhand.portal.parts.Failures;
import io.onhand.portal.parts.Fields;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Health;
import io.onhand.portal.parts.Ids;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.Notice;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.SettingField;
import io.onhand.portal.parts.Sheet;
import io.onhand.portal.parts.Sparkline;
import io.onhand.portal.parts.Spoken;
import io.onhand.portal.parts.Titles;
import io.onhand.portal.parts.Toast;
import io.onhand.portal.parts.Tone;
import io.onhand.publication.Lag;
import io.onhand.publication.PublicationFigures;
import io.onhand.publication.PublicationFigures.ChannelFigures;
import io.onhand.publication.PublicationFigures.MinuteLag;
import io.onhand.tenant.Page;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One channel: its health, what it sells, what it may offer, how it is reached. */
@Route("channels/:id")
class ChannelView extends Screen implements BeforeEnterObserver {
    private static final Duration LAG_SPAN = Duration.ofHours(1);
    private static final int FEWEST_POINTS = 5;

    private final transient Workspace workspace;
    private final transient Channels channels;
    private final transient Locations places;
    private final transient PublicationFigures figures;
    private final transient Clock clock;
    private final transient Live live;
    private final WaitingListings waiting;
    private final ListingsCard listings;
    private final Div state = new Div();
    private final Card policy = new Card(getTranslation("policy"));
    private final Card connection = new Card(getTranslation("connect.how"));
    private final Card health = new Card(getTranslation("channel.health"));
    private transient Channel channel;
    private transient List<MinuteLag> minutes = List.of();
    private transient Lag lastHour;

    @Inject
    ChannelView(
            Workspace workspace,
            Channels channels,
            Locations places,
            PublicationFigures figures,
            Clock clock,
            Live live,
            WaitingListings waiting,
            ListingsCard listings) {
        this.workspace = workspace;
        this.channels = channels;
        this.places = places;
        this.figures = figures;
        this.clock = clock;
        this.live = live;
        this.waiting = waiting;
        this.listings = listings;
        crumb(getTranslation("nav.channels"), "channels");
        Div work = new Div(waiting, listings);
        Div context = new Div(health, policy, connection);
        Div two = new Div(work, context);
        two.addClassName("two");
        add(state, two);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = Ids.of(event);
        channel = workspace.look(() -> channels.get(id));
        waiting.of(id);
        listings.of(channel);
        live.watch(this, workspace.tenant().id(), workspace.look(() -> read(id)), () -> read(id), this::show);
    }

    /** The channel, and its lag over the last hour: minute by minute, and in all, null when it cannot be told. */
    private record Seen(Channel channel, List<MinuteLag> minutes, Lag lastHour) {}

    private Seen read(UUID id) {
        Lag lastHour = figures.channels(LAG_SPAN).stream()
                .filter(one -> one.channel().equals(id))
                .map(ChannelFigures::lag)
                .findFirst()
                .orElse(null);
        return new Seen(channels.get(id), figures.minutes(id, LAG_SPAN), lastHour);
    }

    private void show(Seen seen) {
        minutes = seen.minutes();
        lastHour = seen.lastHour();
        show(seen.channel());
    }

    private void show(Channel now) {
        channel = now;
        title(now.name());
        Health how = Health.of(now, clock.instant());
        beside(how.badge());
        if (workspace.mayAct()) acts(how == Health.PAUSED ? resume() : pause());
        state.removeAll();
        state.setVisible(false);
        if (how.fails()) {
            state.setVisible(true);
            state.add(new Notice(
                    how == Health.RESTING ? Tone.WRONG : Tone.ATTENTION,
                    getTranslation(how == Health.RESTING ? "channel.resting" : "channel.failing", now.failures()),
                    new Trouble(now.lastError(), this).next(),
                    toConnection(now)));
        }
        if (how == Health.PAUSED) {
            state.setVisible(true);
            state.add(new Notice(
                    Tone.ATTENTION, getTranslation("channel.paused"), getTranslation("channel.paused.next")));
        }
        showHealth(now);
        showPolicy(now);
        showConnection(now);
    }

    private void showHealth(Channel now) {
        Facts facts = new Facts()
                .fact(getTranslation("channel.last-success"), new Ago(now.lastSuccessAt()))
                .fact(getTranslation("channel.connected"), new Ago(now.createdAt()));
        if (now.lastError() != null) {
            Div error = new Div(
                    new Span(new Trouble(now.lastError(), this).inFull() + " · "),
                    new Ago(now.lastError().at()));
            facts.fact(getTranslation("channel.last-error"), error);
        }
        if (lastHour != null && lastHour.told() > 0) {
            String words = getTranslation(
                    "channel.lag.words",
                    Spoken.lag(Duration.ofMillis(lastHour.p50Ms()), this),
                    Spoken.lag(Duration.ofMillis(lastHour.p95Ms()), this));
            Div both = new Div();
            if (minutes.size() >= FEWEST_POINTS)
                both.add(new Sparkline(
                        minutes.stream().map(minute -> minute.lag().p95Ms()).toList(), Tone.PLAIN, words));
            both.add(new Div(words));
            facts.fact(getTranslation("channel.lag"), both);
        }
        health.show(facts);
    }

    private void showPolicy(Channel now) {
        ChannelPolicy rule = now.policy();
        Map<UUID, Location> byId = workspace
                .look(() -> places.list(null, Page.MAX).items())
                .stream()
                .collect(java.util.stream.Collectors.toMap(Location::id, place -> place));
        Div network = new Div();
        network.getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "4px");
        rule.network().stream().map(byId::get).filter(place -> place != null).forEach(place -> {
            Span chip = new Span(place.name());
            chip.addClassName("chip");
            network.add(chip);
        });
        if (rule.network().isEmpty()) network.add(new Span(getTranslation("policy.network.none")));
        Facts facts = new Facts()
                .fact(getTranslation("policy.network"), network)
                .fact(getTranslation("policy.buffer"), buffer(rule))
                .fact(
                        getTranslation("policy.max-listed"),
                        rule.maxListed() == null
                                ? getTranslation("policy.no-limit")
                                : getTranslation("units", rule.maxListed()))
                .fact(
                        getTranslation("policy.zero-at-or-below"),
                        rule.zeroAtOrBelow() == 0
                                ? getTranslation("policy.buffer.none")
                                : getTranslation("units", rule.zeroAtOrBelow()))
                .fact(
                        getTranslation("policy.out-of-stock"),
                        getTranslation(
                                "policy.out-of-stock." + (rule.outOfStock() == null ? "tenant" : rule.outOfStock())))
                .fact(getTranslation("policy.version"), String.valueOf(rule.version()));
        policy.show(facts);
        policy.clearActs();
        if (workspace.mayAct()) policy.act(Acts.quiet(getTranslation("change"), this::changePolicy));
    }

    private String buffer(ChannelPolicy rule) {
        List<String> words = new ArrayList<>();
        if (rule.bufferUnits() > 0) words.add(getTranslation("units", rule.bufferUnits()));
        if (rule.bufferPercent() > 0) words.add(rule.bufferPercent() + "%");
        return words.isEmpty() ? getTranslation("policy.buffer.none") : String.join(" / ", words);
    }

    private void showConnection(Channel now) {
        ConnectorDescriptor connector = connectorOf(now);
        Facts facts = new Facts();
        facts.fact(
                getTranslation("connector"),
                connector == null ? now.connector() : Titles.of(connector.title(), getLocale(), connector.id()));
        if (connector != null)
            for (ConnectorDescriptor.Setting setting : connector.settings()) {
                String value = now.settings().get(setting.name());
                if (setting.isColumns()) {
                    if (value != null)
                        facts.fact(Titles.of(setting.title(), getLocale(), setting.name()), format(value));
                } else {
                    facts.fact(
                            Titles.of(setting.title(), getLocale(), setting.name()),
                            setting.isSecret() ? "••••••••" : SettingField.valueOf(setting, value, getLocale()));
                }
            }
        connection.show(facts);
        connection.clearActs();
        if (workspace.mayAct() && connector != null)
            connection.act(Acts.quiet(getTranslation("change"), () -> changeConnection(connector)));
    }

    private ConnectorDescriptor connectorOf(Channel now) {
        return workspace.look(channels::connectors).get(now.connector());
    }

    /** What may end a failure, for those who may act. */
    private Component[] toConnection(Channel now) {
        ConnectorDescriptor connector = connectorOf(now);
        return workspace.mayAct() && connector != null
                ? new Component[] {Acts.plain(getTranslation("connect.change-it"), () -> changeConnection(connector))}
                : new Component[0];
    }

    private Component format(String columns) {
        Div format = new Div(new Span(
                getTranslation("format.named", ColumnNames.read(columns).size())));
        if (workspace.mayAct())
            format.add(
                    new Span(" · "),
                    Acts.link(getTranslation("format.change"), "channels/" + channel.id() + "/format"));
        return format;
    }

    private void changePolicy() {
        Sheet sheet = new Sheet(getTranslation("policy.change", channel.name()));
        Channel before = channel;
        List<Location> all = workspace.look(() -> places.list(null, Page.MAX).items());
        Fields fields = sheet.fields();
        PolicyFields typed = new PolicyFields(all, before.policy(), fields);
        sheet.show(typed);
        sheet.act(getTranslation("save"), () -> {
            show(workspace.act(
                    () -> channels.setPolicy(before.id(), typed.policy(), before.version(), workspace.actor())));
            Toast.done(getTranslation("policy.changed"));
        });
        sheet.open();
    }

    private void changeConnection(ConnectorDescriptor connector) {
        Sheet sheet = new Sheet(getTranslation("connect.change", channel.name()));
        Channel before = channel;
        TextField name = sheet.field("name", new TextField(getTranslation("channel.name")));
        name.setValue(before.name());
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        ConnectionFields typed = new ConnectionFields(connector, before.settings(), sheet.fields());
        sheet.show(typed);
        sheet.act(getTranslation("save"), () -> {
            show(workspace.act(
                    () -> channels.change(before.id(), name.getValue(), typed.settings(), before.version())));
            Toast.done(getTranslation("saved"));
        });
        sheet.open();
    }

    private Component pause() {
        return Acts.with(Glyph.PAUSE, Acts.plain(getTranslation("channel.pause"), () -> new Confirm(
                        getTranslation("channel.pause.title", channel.name()),
                        null,
                        List.of(
                                getTranslation("channel.pause.stock"),
                                getTranslation("channel.pause.orders"),
                                getTranslation("channel.pause.back")),
                        getTranslation("channel.pause"),
                        () -> show(workspace.act(() -> channels.pause(channel.id()))))
                .open()));
    }

    private Component resume() {
        return Acts.with(
                Glyph.PLAY,
                Acts.main(
                        getTranslation("channel.resume"),
                        () -> Failures.toasted(this, () -> {
                            show(workspace.act(() -> channels.resume(channel.id())));
                            Toast.done(getTranslation("channel.resumed"));
                        })));
    }
}

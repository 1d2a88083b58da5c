package io.onhand.portal.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.onhand.channel.Channel;
import io.onhand.channel.ChannelPolicy;
import io.onhand.channel.Channels;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.location.Location;
import io.onhand.location.Locations;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Fields;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Logo;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Titles;
import io.onhand.portal.parts.Toast;
import io.onhand.tenant.Page;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Connects a channel: choose what it is, say how to reach it, say what it may offer. */
@Route("channels/connect")
class ConnectView extends Screen {
    private final transient Workspace workspace;
    private final transient Channels channels;
    private final transient List<Location> locations;
    private final Div choices = new Div();
    private final Div form = new Div();

    @Inject
    ConnectView(Workspace workspace, Channels channels, Locations places) {
        this.workspace = workspace;
        this.channels = channels;
        title(getTranslation("connect.title"));
        crumb(getTranslation("nav.channels"), "channels");
        locations = workspace.look(() -> places.list(null, Page.MAX).items());
        Map<String, ConnectorDescriptor> connectors = workspace.look(channels::connectors);
        choices.addClassName("choices");
        form.getStyle().set("display", "grid").set("gap", "16px").set("max-width", "760px");
        if (!workspace.mayAct()) {
            add(new Empty(Glyph.INFO, getTranslation("reads-only"), getTranslation("reads-only.next")));
        } else if (connectors.isEmpty()) {
            add(new Empty(
                    Glyph.CHANNELS,
                    getTranslation("connect.no-connectors"),
                    getTranslation("connect.no-connectors.next")));
        } else {
            connectors.values().stream()
                    .sorted(Comparator.comparing(this::titleOf))
                    .forEach(connector -> choices.add(choice(connector)));
            under(new Span(getTranslation("connect.which")));
            add(choices, form);
        }
    }

    private String titleOf(ConnectorDescriptor connector) {
        return Titles.of(connector.title(), getLocale(), connector.id());
    }

    private NativeButton choice(ConnectorDescriptor connector) {
        Span name = new Span(titleOf(connector));
        name.addClassNames("strong", "cut");
        Span kind =
                Acts.quiet(getTranslation("connector.kind." + connector.kind().toLowerCase(Locale.ROOT)));
        kind.addClassName("cut");
        Div words = new Div(name, kind);
        words.getStyle().set("display", "grid").set("min-width", "0");
        NativeButton choice = new NativeButton();
        choice.add(new Logo(titleOf(connector)), words);
        choice.addClassName("choice");
        choice.getElement().setAttribute("aria-pressed", "false");
        choice.addClickListener(click -> {
            choices.getChildren()
                    .forEach(other -> other.getElement().setAttribute("aria-pressed", String.valueOf(other == choice)));
            ask(connector);
        });
        return choice;
    }

    private void ask(ConnectorDescriptor connector) {
        form.removeAll();
        Fields fields = new Fields();
        TextField name = fields.add("name", new TextField(getTranslation("channel.name")));
        name.setHelperText(getTranslation("channel.name.hint"));
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        ConnectionFields connection = new ConnectionFields(connector, null, fields);
        PolicyFields policy = new PolicyFields(
                locations,
                ChannelPolicy.of(locations.stream()
                        .filter(Location::active)
                        .map(Location::id)
                        .toArray(UUID[]::new)),
                fields);
        Div trouble = new Div();
        Button connect = new Button(getTranslation("connect.act", titleOf(connector)));
        connect.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_PRIMARY);
        connect.setDisableOnClick(true);
        connect.addClickListener(click -> {
            fields.caught(trouble, () -> {
                Channel made = workspace.act(() -> channels.connect(
                        connector.id(), name.getValue(), connection.settings(), policy.policy(), workspace.actor()));
                Toast.done(getTranslation("connect.done", made.name()));
                getUI().ifPresent(ui -> ui.navigate("channels/" + made.id()));
            });
            connect.setEnabled(true);
        });
        Div ends = new Div(connect, Acts.link(getTranslation("back"), "channels"));
        ends.getStyle().set("display", "flex").set("gap", "16px").set("align-items", "center");
        form.add(
                new Card(getTranslation("connect.how")).show(stack(name, connection)),
                new Card(getTranslation("policy"))
                        .hint(getTranslation("policy.hint"))
                        .show(policy),
                trouble,
                ends);
        name.focus();
        form.getElement().executeJs("this.scrollIntoView({behavior: 'smooth', block: 'start'})");
    }

    private static Component stack(Component... parts) {
        Div stack = new Div(parts);
        stack.getStyle().set("display", "grid").set("gap", "12px");
        return stack;
    }
}

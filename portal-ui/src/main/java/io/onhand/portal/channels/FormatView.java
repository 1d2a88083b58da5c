package io.onhand.portal.channels;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.imports.FileTable;
import io.onhand.imports.UnrecognisedFiles;
import io.onhand.portal.format.FormatEditor;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Ids;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Toast;
import io.onhand.refusal.Refusal;
import jakarta.inject.Inject;
import java.util.UUID;

/** The format of a channel's files, to be changed for the files to come. */
@Route("channels/:id/format")
class FormatView extends Screen implements BeforeEnterObserver {
    private final transient Workspace workspace;
    private final transient Channels channels;
    private final transient UnrecognisedFiles files;

    @Inject
    FormatView(Workspace workspace, Channels channels, UnrecognisedFiles files) {
        this.workspace = workspace;
        this.channels = channels;
        this.files = files;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = Ids.of(event);
        Channel channel = workspace.look(() -> channels.get(id));
        ConnectorDescriptor connector = workspace.look(channels::connectors).get(channel.connector());
        if (connector == null || connector.columnsSetting().isEmpty()) throw Refusal.notFound("format", id);
        crumb(getTranslation("nav.channels"), "channels");
        crumb(channel.name(), "channels/" + id);
        title(getTranslation("format.title"));
        under(new Span(getTranslation("format.under", channel.name())));
        if (!workspace.mayAct()) {
            add(new Empty(Glyph.INFO, getTranslation("reads-only"), getTranslation("reads-only.next")));
            return;
        }
        FileTable table = workspace.look(() -> files.newestTable(id)).orElse(null);
        FormatEditor editor = new FormatEditor(connector, channel, table, workspace.zone());
        Div trouble = new Div();
        Button save = new Button(getTranslation("save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            if (editor.isRight()
                    && editor.fields()
                            .caught(
                                    trouble,
                                    () -> workspace.act(() -> files.changeFormat(
                                            channel, editor.columns(), editor.settings(), table, channel.version())))) {
                Toast.done(getTranslation("format.saved"));
                getUI().ifPresent(ui -> ui.navigate("channels/" + id));
            }
            save.setEnabled(true);
        });
        Div ends = new Div(save, Acts.link(getTranslation("back"), "channels/" + id));
        ends.addClassName("ends");
        add(editor, trouble, ends);
    }
}

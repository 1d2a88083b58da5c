package io.onhand.portal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.imports.FileTable;
import io.onhand.imports.ImportRun;
import io.onhand.imports.UnrecognisedFiles;
import io.onhand.portal.format.FormatEditor;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Confirm;
import io.onhand.portal.parts.Failures;
import io.onhand.portal.parts.Notice;
import io.onhand.portal.parts.Tone;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A file whose columns nobody has explained yet: what stands in it, the form, and on with the same file. */
class ExplainPanel extends Div {
    private final transient Workspace workspace;
    private final transient Channels channels;
    private final transient UnrecognisedFiles files;

    @Inject
    ExplainPanel(Workspace workspace, Channels channels, UnrecognisedFiles files) {
        this.workspace = workspace;
        this.channels = channels;
        this.files = files;
        addClassName("stack");
    }

    /** {@code onward} shows the import as it is then. */
    ExplainPanel of(ImportRun run, Consumer<ImportRun> onward) {
        removeAll();
        Channel channel = workspace.look(() -> channels.get(run.channelId()));
        ConnectorDescriptor connector = workspace.look(channels::connectors).get(channel.connector());
        Optional<FileTable> table = workspace.look(() -> files.table(run.id()));
        String why = "refusal.unrecognised." + run.errorCode();
        add(new Notice(
                Tone.ATTENTION,
                getTranslation("import.unrecognised", channel.name()),
                Failures.words(this, why, getTranslation("import.unrecognised.next"), run.errorDetails())));
        if (connector == null || table.isEmpty() || !workspace.mayAct()) return this;
        FormatEditor editor = new FormatEditor(connector, channel, table.get(), workspace.zone());
        Div trouble = new Div();
        Button save = new Button(getTranslation("format.save-and-read"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            if (editor.isRight())
                editor.fields()
                        .caught(
                                trouble,
                                () -> onward.accept(workspace.act(
                                        () -> files.explain(run.id(), editor.columns(), editor.settings()))));
            save.setEnabled(true);
        });
        Div ends = new Div(save, Acts.quiet(getTranslation("format.discard"), () -> discard(run, onward)));
        ends.addClassName("ends");
        add(editor, trouble, ends);
        return this;
    }

    private void discard(ImportRun run, Consumer<ImportRun> onward) {
        new Confirm(
                        getTranslation("format.discard.title"),
                        null,
                        List.of(getTranslation("format.discard.file"), getTranslation("format.discard.channel")),
                        getTranslation("format.discard"),
                        () -> onward.accept(workspace.act(() -> files.discard(run.id()))))
                .destructive()
                .open();
    }
}

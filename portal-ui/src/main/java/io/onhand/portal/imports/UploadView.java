package io.onhand.portal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.imports.Imports;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Fields;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Logo;
import io.onhand.portal.parts.Notice;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Tone;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.Page;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The first step: which channel the file is of, the file, and its password when it has one. */
@Route("imports/new")
class UploadView extends Screen {
    private final transient Workspace workspace;
    private final transient Imports imports;
    private final Div choices = new Div();
    private final PasswordField password = new PasswordField();
    private final Div trouble = new Div();
    private final Button next = new Button();
    private final Fields fields = new Fields();
    private transient Channel channel;
    private transient String fileName;
    private transient byte[] content;
    private Upload upload;

    @Inject
    UploadView(Workspace workspace, Imports imports, Channels channels) {
        this.workspace = workspace;
        this.imports = imports;
        crumb(getTranslation("nav.imports"), "imports");
        title(getTranslation("imports.new"));
        List<Channel> readers = workspace.look(() -> {
            Map<String, ConnectorDescriptor> connectors = channels.connectors();
            return channels.list(null, Page.MAX).items().stream()
                    .filter(one -> connectors.containsKey(one.connector()))
                    .filter(one ->
                            connectors.get(one.connector()).capabilities().readsFiles())
                    .toList();
        });
        if (!workspace.mayAct()) {
            add(new Empty(Glyph.INFO, getTranslation("reads-only"), getTranslation("reads-only.next")));
        } else if (readers.isEmpty()) {
            add(new Empty(
                    Glyph.CHANNELS,
                    getTranslation("import.no-channel"),
                    getTranslation("import.no-channel.next"),
                    Acts.main(getTranslation("channel.connect"), () -> getUI().ifPresent(
                                    ui -> ui.navigate("channels/connect")))));
        } else {
            add(new Steps(Steps.Step.FILE), channelCard(readers), fileCard(), trouble, next());
        }
    }

    private Card channelCard(List<Channel> readers) {
        choices.addClassName("choices");
        readers.forEach(one -> choices.add(choice(one)));
        if (readers.size() == 1) choose(readers.get(0), (NativeButton) choices.getComponentAt(0));
        return new Card(getTranslation("import.which-channel")).show(choices);
    }

    private NativeButton choice(Channel one) {
        Span name = new Span(one.name());
        name.addClassNames("strong", "cut");
        NativeButton choice = new NativeButton();
        choice.add(new Logo(one.name()), name);
        choice.addClassName("choice");
        choice.getElement().setAttribute("aria-pressed", "false");
        choice.addClickListener(click -> choose(one, choice));
        return choice;
    }

    private void choose(Channel one, NativeButton chosen) {
        channel = one;
        choices.getChildren()
                .forEach(choice -> choice.getElement().setAttribute("aria-pressed", String.valueOf(choice == chosen)));
    }

    private Card fileCard() {
        upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
                    fileName = metadata.fileName();
                    content = bytes;
                    trouble.removeAll();
                })
                .whenStart(() -> next.setEnabled(false))
                .whenComplete(arrived -> next.setEnabled(true)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Imports.MAX_BYTES);
        upload.setI18n(words());
        upload.addFileRejectedListener(rejected -> {
            trouble.removeAll();
            trouble.add(new Notice(Tone.WRONG, rejected.getErrorMessage(), null));
        });
        upload.addFileRemovedListener(removed -> {
            content = null;
            fileName = null;
        });
        password.setLabel(getTranslation("import.password"));
        password.setHelperText(getTranslation("import.password.hint"));
        password.getElement().setAttribute("autocomplete", "off");
        password.setWidth("320px");
        fields.add("password", password);
        Div both = new Div(upload, password);
        both.getStyle().set("display", "grid").set("gap", "16px");
        return new Card(getTranslation("import.which-file"))
                .hint(getTranslation("import.which-file.hint"))
                .show(both);
    }

    private UploadI18N words() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(getTranslation("import.drop"))
                        .setMany(getTranslation("import.drop")))
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(getTranslation("import.choose"))
                        .setMany(getTranslation("import.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("import.one-file"))
                        .setFileIsTooBig(getTranslation("refusal.file-too-large"))
                        .setIncorrectFileType(getTranslation("refusal.file-not-readable")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("import.uploading"))
                                .setStalled(getTranslation("import.uploading"))
                                .setProcessing(getTranslation("import.uploading"))
                                .setHeld(getTranslation("import.uploading")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("import.upload-failed"))
                                .setUnexpectedServerError(getTranslation("import.upload-failed"))
                                .setForbidden(getTranslation("import.upload-failed"))));
    }

    private Div next() {
        next.setText(getTranslation("import.preview"));
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.setDisableOnClick(true);
        next.addClickListener(click -> {
            fields.caught(trouble, this::send);
            next.setEnabled(true);
        });
        Div ends = new Div(next, Acts.link(getTranslation("back"), "imports"));
        ends.getStyle().set("display", "flex").set("gap", "16px").set("align-items", "center");
        return ends;
    }

    private void send() {
        if (channel == null) throw Refusal.invalid("channel-missing", null, "Choose a channel");
        if (content == null) throw Refusal.invalid("file-missing", null, "Choose a file");
        UUID id = workspace.act(
                () -> imports.upload(channel.id(), fileName, content, password.getValue(), workspace.actor()));
        content = null;
        getUI().ifPresent(ui -> ui.navigate("imports/" + id));
    }
}

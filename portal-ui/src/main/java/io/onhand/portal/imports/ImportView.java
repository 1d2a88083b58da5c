package io.onhand.portal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.onhand.imports.ImportRun;
import io.onhand.imports.ImportState;
import io.onhand.imports.Imports;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Actor;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Badges;
import io.onhand.portal.parts.Confirm;
import io.onhand.portal.parts.Failures;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Ids;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.Notice;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Skeleton;
import io.onhand.portal.parts.Spoken;
import io.onhand.portal.parts.Tone;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One file on its way: read, looked at, committed, taken back. */
@Route("imports/:id")
class ImportView extends Screen implements BeforeEnterObserver {
    private final transient Workspace workspace;
    private final transient Imports imports;
    private final transient Live live;
    private final PreviewPanel preview;
    private final ExplainPanel explain;
    private final Div content = new Div();

    @Inject
    ImportView(Workspace workspace, Imports imports, Live live, PreviewPanel preview, ExplainPanel explain) {
        this.workspace = workspace;
        this.imports = imports;
        this.live = live;
        this.preview = preview;
        this.explain = explain;
        crumb(getTranslation("nav.imports"), "imports");
        content.getStyle().set("display", "grid").set("gap", "16px");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = Ids.of(event);
        stepping("imports/" + id);
        live.watch(
                this,
                workspace.tenant().id(),
                workspace.look(() -> imports.get(id)),
                () -> imports.get(id),
                this::show);
    }

    private void show(ImportRun run) {
        title(run.fileName());
        beside(Badges.of(run.state()));
        under(new Span(getTranslation(
                "import.under",
                run.channelName(),
                Spoken.size(run.sizeBytes(), getLocale()),
                Actor.words(this, run.createdBy()),
                Spoken.when(run.createdAt(), workspace.zone(), getLocale()))));
        acts();
        content.removeAll();
        switch (run.state()) {
            case UPLOADED ->
                content.add(
                        new Steps(Steps.Step.PREVIEW),
                        new Notice(Tone.WAIT, getTranslation("import.reading"), getTranslation("import.reading.next")),
                        new Skeleton(6));
            case UNRECOGNISED -> content.add(new Steps(Steps.Step.PREVIEW), explain.of(run, this::show));
            case PREVIEWED -> showPreview(run);
            case COMMITTING -> showProgress(run, "import.committing");
            case UNDOING -> showProgress(run, "import.undoing");
            case COMMITTED -> showResult(run);
            case UNDONE -> {
                content.add(
                        new Notice(Tone.PLAIN, getTranslation("import.undone"), getTranslation("import.undone.next")));
                content.add(preview.of(run));
            }
            case FAILED -> showFailure(run);
        }
    }

    private void showPreview(ImportRun run) {
        content.add(new Steps(Steps.Step.PREVIEW));
        content.add(preview.of(run));
        List<Component> all = new ArrayList<>(rejectedLink(run));
        int rows = run.newRows() + run.changedRows();
        if (rows == 0) content.addComponentAtIndex(1, nothingNew(run.rejectedRows() > 0));
        else if (workspace.mayAct())
            all.add(Acts.main(
                    getTranslation("import.commit", rows),
                    () -> Failures.toasted(this, () -> show(workspace.act(() -> imports.commit(run.id()))))));
        acts(all.toArray(Component[]::new));
    }

    private Notice nothingNew(boolean rejected) {
        return new Notice(
                rejected ? Tone.ATTENTION : Tone.GOOD,
                getTranslation("import.nothing-new"),
                getTranslation(rejected ? "import.done.rejected" : "import.nothing-new.next"));
    }

    private void showProgress(ImportRun run, String key) {
        content.add(new Steps(Steps.Step.RESULT));
        int total = Math.max(1, run.totalOrders());
        Div bar = new Div();
        bar.addClassName("bar");
        com.vaadin.flow.dom.Element done = new com.vaadin.flow.dom.Element("i");
        done.getStyle().set("width", Math.min(100, run.doneOrders() * 100 / total) + "%");
        bar.getElement().appendChild(done);
        bar.getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-valuemax", String.valueOf(total))
                .setAttribute("aria-valuenow", String.valueOf(run.doneOrders()));
        Span words = new Span(getTranslation(key, run.doneOrders(), run.totalOrders()));
        words.addClassName("strong");
        Div progress = new Div(words, bar, Acts.quiet(getTranslation("import.may-leave")));
        progress.addClassNames("progress", "card");
        progress.getStyle().set("padding", "24px");
        content.add(progress);
    }

    private void showResult(ImportRun run) {
        List<Component> all = new ArrayList<>(rejectedLink(run));
        all.add(Acts.link(getTranslation("import.orders"), "orders?import=" + run.id()));
        if (workspace.mayAct() && run.newRows() > 0)
            all.add(Acts.with(Glyph.UNDO, Acts.risky(getTranslation("import.undo"), () -> undo(run))));
        acts(all.toArray(Component[]::new));
        content.add(new Steps(Steps.Step.RESULT));
        content.add(new Notice(
                run.rejectedRows() == 0 ? Tone.GOOD : Tone.ATTENTION,
                getTranslation(
                        "import.done", run.newRows(), run.changedRows(), run.duplicateRows(), run.rejectedRows()),
                getTranslation(run.rejectedRows() == 0 ? "import.done.next" : "import.done.rejected")));
        content.add(preview.of(run));
    }

    private void undo(ImportRun run) {
        int units = run.effects().stream().mapToInt(ImportRun.Effect::units).sum();
        new Confirm(
                        getTranslation("import.undo.title"),
                        null,
                        List.of(
                                getTranslation("import.undo.orders", run.newRows()),
                                getTranslation("import.undo.units", units),
                                getTranslation("import.undo.channels"),
                                getTranslation("import.undo.numbers")),
                        getTranslation("import.undo"),
                        () -> show(workspace.act(() -> imports.undo(run.id()))))
                .destructive()
                .open();
    }

    private void showFailure(ImportRun run) {
        String key = "refusal." + run.errorCode();
        String words = Failures.words(this, key, run.errorMessage(), run.errorDetails());
        content.add(new Steps(Steps.Step.FILE));
        content.add(new Notice(Tone.WRONG, getTranslation("import.failed"), words));
        if (workspace.mayAct())
            acts(Acts.main(getTranslation("import.again"), () -> getUI().ifPresent(ui -> ui.navigate("imports/new"))));
    }

    private List<Component> rejectedLink(ImportRun run) {
        if (!run.hasRejectedFile() || run.state() == ImportState.FAILED) return List.of();
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(request -> {
                    byte[] file = workspace.look(() -> imports.rejectedFile(run.id()));
                    return new DownloadResponse(
                            new ByteArrayInputStream(file),
                            rejectedName(run.fileName()),
                            "application/octet-stream",
                            file.length);
                }),
                getTranslation("import.rejected.download", run.rejectedRows()));
        link.addComponentAsFirst(Glyph.DOWNLOAD.small());
        link.getStyle().set("display", "inline-flex").set("gap", "6px").set("align-items", "center");
        return List.of(link);
    }

    static String rejectedName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 1 ? fileName + "-rejected" : fileName.substring(0, dot) + "-rejected" + fileName.substring(dot);
    }
}

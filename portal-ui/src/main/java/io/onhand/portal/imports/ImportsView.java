package io.onhand.portal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.onhand.imports.ImportRun;
import io.onhand.imports.Imports;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Actor;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Badges;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.LiveGrid;
import io.onhand.portal.parts.Logo;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Spoken;
import jakarta.inject.Inject;

/** Every file that was uploaded, newest first. */
@Route("imports")
class ImportsView extends Screen {
    private final transient Workspace workspace;

    @Inject
    ImportsView(Workspace workspace, Imports imports, Live live) {
        this.workspace = workspace;
        fill();
        title(getTranslation("nav.imports"));
        if (workspace.mayAct())
            acts(Acts.with(Glyph.UPLOAD, Acts.main(getTranslation("imports.new"), () -> getUI().ifPresent(
                            ui -> ui.navigate("imports/new")))));
        LiveGrid<ImportRun> list = new LiveGrid<>(live, ImportRun::id, run -> "imports/" + run.id());
        columns(list.grid());
        add(list);
        list.read(workspace::look, workspace.tenant().id(), imports::list, nothing());
    }

    private void columns(Grid<ImportRun> grid) {
        grid.addComponentColumn(this::file)
                .setHeader(getTranslation("import.file"))
                .setFlexGrow(3);
        grid.addComponentColumn(run -> {
                    Span name = new Span(run.channelName());
                    name.addClassName("cut");
                    Div cell = new Div(new Logo(run.channelName()).small(), name);
                    cell.getStyle().set("display", "flex").set("gap", "8px").set("align-items", "center");
                    return cell;
                })
                .setHeader(getTranslation("channel"))
                .setFlexGrow(2);
        grid.addComponentColumn(run -> Badges.of(run.state()))
                .setHeader(getTranslation("import.state"))
                .setWidth("156px")
                .setFlexGrow(0);
        number(grid, "import.rows.new", run -> count(run, run.newRows()));
        number(grid, "import.rows.duplicate", run -> count(run, run.duplicateRows()));
        number(grid, "import.rows.rejected", run -> {
            Component count = count(run, run.rejectedRows());
            if (run.rejectedRows() > 0) count.addClassName("strong");
            return count;
        });
        grid.addComponentColumn(run -> new Ago(run.createdAt()))
                .setHeader(getTranslation("import.when"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("112px")
                .setFlexGrow(0);
    }

    private void number(
            Grid<ImportRun> grid,
            String key,
            com.vaadin.flow.function.SerializableFunction<ImportRun, Component> cell) {
        grid.addComponentColumn(cell::apply)
                .setHeader(getTranslation(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("88px")
                .setFlexGrow(0);
    }

    private Component count(ImportRun run, int rows) {
        return run.readRows() == 0 ? Acts.quiet("—") : Spoken.count(rows, getLocale());
    }

    private Component file(ImportRun run) {
        Component name = Acts.link(run.fileName(), "imports/" + run.id());
        name.addClassNames("strong", "cut");
        Span aside = Acts.quiet(Spoken.size(run.sizeBytes(), getLocale()) + " · " + Actor.words(this, run.createdBy()));
        aside.addClassName("cut");
        Div cell = new Div(name, aside);
        cell.getStyle().set("display", "grid");
        return cell;
    }

    private Empty nothing() {
        return workspace.mayAct()
                ? new Empty(
                        Glyph.IMPORTS,
                        getTranslation("imports.none"),
                        getTranslation("imports.none.next"),
                        Acts.main(getTranslation("imports.new"), () -> getUI().ifPresent(
                                        ui -> ui.navigate("imports/new"))))
                : new Empty(Glyph.IMPORTS, getTranslation("imports.none"), null);
    }
}

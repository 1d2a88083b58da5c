package io.onhand.portal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.onhand.imports.ImportRun;
import io.onhand.imports.ImportRun.Effect;
import io.onhand.imports.ImportRun.RowView;
import io.onhand.imports.Imports;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Badge;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.CursorPages;
import io.onhand.portal.parts.Failures;
import io.onhand.portal.parts.Notice;
import io.onhand.portal.parts.PlainTable;
import io.onhand.portal.parts.Spoken;
import io.onhand.portal.parts.Tone;
import jakarta.inject.Inject;
import java.util.Map;

/** What a file would do, or did: the counts, the changed header, the stock that moves, and each row with its reason. */
class PreviewPanel extends Div {
    private static final int EFFECTS_SHOWN = 50;
    private static final int HEADER_PIXELS = 48;
    private static final int ROW_PIXELS = 46;
    private static final int MOST_PIXELS = 480;

    private final transient Workspace workspace;
    private final transient Imports imports;
    private final Grid<RowView> rows = new Grid<>();

    @Inject
    PreviewPanel(Workspace workspace, Imports imports) {
        this.workspace = workspace;
        this.imports = imports;
        getStyle().set("display", "grid").set("gap", "16px");
        rows.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addColumn(RowView::number)
                .setHeader(getTranslation("import.row"))
                .setWidth("80px")
                .setFlexGrow(0);
        rows.addComponentColumn(
                        row -> new Badge(tone(row.outcome()), getTranslation("import.outcome." + row.outcome())))
                .setHeader(getTranslation("import.outcome"))
                .setWidth("130px")
                .setFlexGrow(0);
        rows.addColumn(row -> row.externalId() == null ? "" : row.externalId())
                .setHeader(getTranslation("order.number"))
                .setFlexGrow(1);
        rows.addComponentColumn(this::reason)
                .setHeader(getTranslation("import.why"))
                .setFlexGrow(3);
    }

    PreviewPanel of(ImportRun run) {
        removeAll();
        add(tally(run));
        if (run.drift() != null
                && (!run.drift().unknown().isEmpty() || !run.drift().missing().isEmpty())) add(drift(run));
        if (!run.effects().isEmpty()) add(effects(run));
        add(rowsCard(run));
        return this;
    }

    private Component tally(ImportRun run) {
        Div tally = new Div();
        tally.addClassName("tally");
        figure(tally, run.readRows(), "import.rows.read");
        figure(tally, run.newRows(), "import.rows.new");
        figure(tally, run.duplicateRows(), "import.rows.duplicate");
        figure(tally, run.changedRows(), "import.rows.changed");
        figure(tally, run.rejectedRows(), "import.rows.rejected");
        return tally;
    }

    private void figure(Div tally, int rows, String key) {
        com.vaadin.flow.dom.Element number =
                new com.vaadin.flow.dom.Element("b").setText(getTranslation("number", rows));
        Div figure = new Div();
        figure.getElement().appendChild(number);
        figure.add(new Span(getTranslation(key)));
        tally.add(figure);
    }

    private Component drift(ImportRun run) {
        StringBuilder words = new StringBuilder();
        if (!run.drift().unknown().isEmpty())
            words.append(getTranslation(
                    "import.drift.unknown", String.join(", ", run.drift().unknown())));
        if (!run.drift().missing().isEmpty())
            words.append(words.length() == 0 ? "" : " ")
                    .append(getTranslation(
                            "import.drift.missing",
                            String.join(", ", run.drift().missing())));
        return new Notice(Tone.ATTENTION, getTranslation("import.drift", run.channelName()), words.toString());
    }

    private Component effects(ImportRun run) {
        PlainTable table = new PlainTable()
                .column(getTranslation("sku"))
                .number(getTranslation("import.effect.wanted"))
                .number(getTranslation("import.effect.available"))
                .number(getTranslation("import.effect.after"))
                .column("");
        for (Effect effect : run.effects().stream().limit(EFFECTS_SHOWN).toList()) {
            if (effect.sku() == null) {
                table.row(
                        new Span(getTranslation("import.effect.unlinked")),
                        Spoken.count(effect.units(), getLocale()),
                        Acts.quiet("—"),
                        Acts.quiet("—"),
                        new Badge(Tone.ATTENTION, getTranslation("listing.state.unmatched")));
                continue;
            }
            int after = effect.available() - effect.units();
            Div name = new Div(new Span(effect.name()), Acts.quiet(effect.sku()));
            name.getStyle().set("display", "grid");
            table.row(
                    name,
                    Spoken.count(effect.units(), getLocale()),
                    Spoken.count(effect.available(), getLocale()),
                    Spoken.count(Math.max(0, after), getLocale()),
                    after < 0 ? new Badge(Tone.WRONG, getTranslation("import.effect.short", -after)) : new Span());
        }
        return new Card(getTranslation("import.effects"))
                .hint(getTranslation("import.effects.hint"))
                .showFlush(table);
    }

    private Component rowsCard(ImportRun run) {
        Nav tabs = new Nav();
        tabs.addClassName("views");
        Card card = new Card(getTranslation("import.rows"));
        String first = run.rejectedRows() > 0 ? "rejected" : null;
        for (String outcome : new String[] {null, "new", "duplicate", "changed", "rejected"}) {
            int count = count(run, outcome);
            if (outcome != null && count == 0) continue;
            NativeButton tab = new NativeButton(
                    getTranslation(outcome == null ? "import.outcome.all" : "import.outcome." + outcome) + " "
                            + getTranslation("number", count));
            tab.addClassName("tab");
            tab.addClickListener(click -> {
                tabs.getChildren().forEach(other -> other.getElement()
                        .setAttribute("aria-pressed", String.valueOf(other == tab)));
                read(run, outcome);
            });
            tab.getElement().setAttribute("aria-pressed", String.valueOf(java.util.Objects.equals(outcome, first)));
            tabs.add(tab);
        }
        read(run, first);
        return card.showFlush(tabs, rows);
    }

    private static int count(ImportRun run, String outcome) {
        if (outcome == null) return run.readRows();
        return Map.of(
                        "new", run.newRows(),
                        "duplicate", run.duplicateRows(),
                        "changed", run.changedRows(),
                        "rejected", run.rejectedRows())
                .get(outcome);
    }

    private void read(ImportRun run, String outcome) {
        rows.setHeight(Math.min(MOST_PIXELS, HEADER_PIXELS + count(run, outcome) * ROW_PIXELS) + "px");
        CursorPages<RowView> pages = new CursorPages<>((after, limit) ->
                imports.rows(run.id(), outcome, after == null ? null : Integer.valueOf(after), limit));
        rows.setItems(query -> {
            query.getOffset();
            query.getLimit();
            return workspace.look(() -> pages.fetch(query)).stream();
        });
    }

    private Component reason(RowView row) {
        if (row.code() == null) {
            Span cells = Acts.quiet(String.join(
                    " · ", row.cells().stream().filter(cell -> !cell.isBlank()).toList()));
            cells.addClassName("cut");
            return cells;
        }
        String words = Failures.words(this, "refusal." + row.code(), row.message(), Map.of());
        Span said = new Span((row.column() == null ? "" : row.column() + ": ") + words);
        said.addClassName("cut");
        said.setTitle(said.getText());
        return said;
    }

    private static Tone tone(String outcome) {
        return switch (outcome) {
            case "new" -> Tone.GOOD;
            case "changed" -> Tone.ATTENTION;
            case "rejected" -> Tone.WRONG;
            default -> Tone.PLAIN;
        };
    }
}

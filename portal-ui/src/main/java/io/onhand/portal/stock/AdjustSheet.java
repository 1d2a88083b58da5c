package io.onhand.portal.stock;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.onhand.catalog.Sku;
import io.onhand.location.Location;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Failures;
import io.onhand.portal.parts.Sheet;
import io.onhand.portal.parts.Toast;
import io.onhand.refusal.Refusal;
import io.onhand.stock.Adjustment;
import io.onhand.stock.Count;
import io.onhand.stock.Stock;
import io.onhand.stock.StockResult;
import io.onhand.stock.StockSearch.LevelRow;
import io.onhand.tenant.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Adds, takes or counts units at one place, with a reason; what was done can be taken back at once. */
class AdjustSheet extends Sheet {
    private final transient Sku sku;
    private final transient List<LevelRow> levels;
    private final transient Workspace workspace;
    private final transient Stock stock;
    private final Select<Location> location = new Select<>();
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final IntegerField units = new IntegerField();
    private final Select<AdjustReason> reason = new Select<>();
    private final TextField note = new TextField();
    private final Div outcome = new Div();
    /** The same on each try, so that a second click changes nothing. */
    private final UUID id = Ids.next();

    private enum Kind {
        ADD,
        TAKE,
        SET
    }

    AdjustSheet(
            Sku sku, List<Location> locations, List<LevelRow> levels, LevelRow at, Workspace workspace, Stock stock) {
        super("");
        this.sku = sku;
        this.levels = levels;
        this.workspace = workspace;
        this.stock = stock;
        setHeaderTitle(getTranslation("adjust.title", sku.name()));
        location.setLabel(getTranslation("location"));
        location.setItems(locations);
        location.setItemLabelGenerator(Location::name);
        UUID wanted = at != null
                ? at.locationId()
                : levels.isEmpty() ? null : levels.get(0).locationId();
        location.setValue(locations.stream()
                .filter(place -> place.id().equals(wanted))
                .findFirst()
                .orElse(locations.isEmpty() ? null : locations.get(0)));
        location.setWidthFull();
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                one -> getTranslation("adjust.kind." + one.name().toLowerCase(java.util.Locale.ROOT)));
        kind.setValue(Kind.ADD);
        kind.setLabel(getTranslation("adjust.kind"));
        units.setLabel(getTranslation("adjust.units"));
        units.setRequiredIndicatorVisible(true);
        units.setMin(0);
        units.setMax(10_000_000);
        units.setStepButtonsVisible(true);
        units.setSuffixComponent(new Span(sku.unit()));
        units.setValueChangeMode(ValueChangeMode.EAGER);
        units.setWidthFull();
        reason.setLabel(getTranslation("adjust.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setItems(AdjustReason.values());
        reason.setItemLabelGenerator(one -> getTranslation("adjust.reason." + one.code()));
        reason.setWidthFull();
        note.setLabel(getTranslation("adjust.note"));
        note.setMaxLength(500);
        note.setWidthFull();
        outcome.addClassName("notice");
        outcome.getElement().setAttribute("aria-live", "polite");
        field("location", location);
        show(kind);
        field("delta", units);
        fields().add("quantity", units);
        field("reason", reason);
        field("note", note);
        show(outcome);
        location.addValueChangeListener(change -> say());
        kind.addValueChangeListener(change -> say());
        units.addValueChangeListener(change -> say());
        say();
        act(getTranslation("adjust.act"), this::adjust);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) units.focus();
        });
    }

    private int onHand() {
        if (location.getValue() == null) return 0;
        return levels.stream()
                .filter(level -> level.locationId().equals(location.getValue().id()))
                .mapToInt(LevelRow::onHand)
                .findFirst()
                .orElse(0);
    }

    private int typed() {
        return units.getValue() == null ? 0 : units.getValue();
    }

    /** What it changes where so many units are. The number is refused if it differs, when they are set to a count. */
    private int delta(int onHand) {
        return switch (kind.getValue()) {
            case ADD -> typed();
            case TAKE -> -typed();
            case SET -> typed() - onHand;
        };
    }

    private void say() {
        outcome.setVisible(units.getValue() != null);
        int after = onHand() + delta(onHand());
        outcome.setText(getTranslation("adjust.outcome", onHand(), after, sku.unit()));
        outcome.setClassName("wrong", after < 0);
        // The ledger keeps no note of a count.
        note.setVisible(kind.getValue() != Kind.SET);
    }

    private List<Refusal> missing() {
        List<Refusal> missing = new ArrayList<>();
        if (location.getValue() == null)
            missing.add(Refusal.invalid("location-missing", "location", "Choose a location"));
        if (units.getValue() == null) missing.add(Refusal.invalid("units-missing", "delta", "How many units?"));
        if (reason.getValue() == null) missing.add(Refusal.invalid("reason-missing", "reason", "Choose a reason"));
        return missing;
    }

    private void adjust() {
        fields().refuse(this, missing());
        int before = onHand();
        String place = location.getValue().code();
        String why = reason.getValue().code();
        String words = note.getValue().isBlank() ? null : note.getValue().strip();
        StockResult result = workspace.act(() -> kind.getValue() == Kind.SET
                ? stock.set(List.of(new Count(id, sku.code(), place, typed(), null, before, why)), workspace.actor())
                        .get(0)
                : stock.adjust(
                                List.of(new Adjustment(id, sku.code(), place, delta(before), why, words)),
                                workspace.actor())
                        .get(0));
        if (result.refusal() != null) throw result.refusal();
        int delta = delta(before);
        if (result.onHand() == null || delta == 0) Toast.done(getTranslation("adjust.unchanged"));
        else
            Toast.done(
                    getTranslation("adjust.done", sku.name(), result.onHand()),
                    getTranslation("undo"),
                    () -> takeBack(place, -delta));
    }

    private void takeBack(String place, int delta) {
        Failures.toasted(this, () -> {
            StockResult back = workspace.act(() -> stock.adjust(
                            List.of(new Adjustment(
                                    Ids.next(),
                                    sku.code(),
                                    place,
                                    delta,
                                    AdjustReason.CORRECTION.code(),
                                    getTranslation("adjust.undone-note"))),
                            workspace.actor())
                    .get(0));
            if (back.refusal() != null) throw back.refusal();
            Toast.done(getTranslation("adjust.undone", back.onHand()));
        });
    }
}

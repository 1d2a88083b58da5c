package io.onhand.portal.stock;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.onhand.catalog.Sku;
import io.onhand.location.Location;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Sheet;
import io.onhand.portal.parts.Toast;
import io.onhand.refusal.Refusal;
import io.onhand.stock.Stock;
import io.onhand.stock.StockSearch.LevelRow;
import java.util.List;

/** How many units of a SKU a place keeps out of sale. */
class SafetySheet extends Sheet {
    SafetySheet(Sku sku, List<Location> locations, List<LevelRow> levels, Workspace workspace, Stock stock) {
        super("");
        setHeaderTitle(getTranslation("safety.title", sku.name()));
        Select<Location> location = field("location", new Select<>());
        location.setLabel(getTranslation("location"));
        location.setItems(locations);
        location.setItemLabelGenerator(Location::name);
        location.setWidthFull();
        IntegerField units = field("safetyStock", new IntegerField(getTranslation("safety.change")));
        units.setHelperText(getTranslation("safety.hint"));
        units.setSuffixComponent(new Span(sku.unit()));
        units.setMin(0);
        units.setStepButtonsVisible(true);
        units.setWidthFull();
        location.addValueChangeListener(change -> units.setValue(levels.stream()
                .filter(level -> level.locationId().equals(change.getValue().id()))
                .mapToInt(LevelRow::safetyStock)
                .findFirst()
                .orElse(0)));
        if (!locations.isEmpty()) location.setValue(locations.get(0));
        act(getTranslation("save"), () -> {
            if (location.getValue() == null) throw Refusal.invalid("location-missing", "location", "Choose a location");
            int wanted = units.getValue() == null ? 0 : units.getValue();
            workspace.act(() -> {
                stock.keepSafety(sku.code(), location.getValue().code(), wanted);
                return wanted;
            });
            Toast.done(getTranslation("safety.done", wanted, location.getValue().name()));
        });
    }
}

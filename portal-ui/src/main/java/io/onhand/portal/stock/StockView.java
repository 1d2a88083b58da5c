package io.onhand.portal.stock;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.onhand.location.Location;
import io.onhand.location.Locations;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Badge;
import io.onhand.portal.parts.CsvExport;
import io.onhand.portal.parts.CursorPages;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.LiveGrid;
import io.onhand.portal.parts.Screen;
import io.onhand.portal.parts.Spoken;
import io.onhand.portal.parts.StockBar;
import io.onhand.portal.parts.Tone;
import io.onhand.stock.StockSearch;
import io.onhand.stock.StockSearch.StockRow;
import io.onhand.tenant.Page;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Every SKU with its units, over all locations or at one. A scanner types into the search. */
@Route("stock")
class StockView extends Screen implements BeforeEnterObserver {
    private static final int TYPING_MILLIS = 250;

    private final transient Workspace workspace;
    private final transient StockSearch stock;
    private final transient List<Location> locations;
    private final TextField search = new TextField();
    private final Select<Location> location = new Select<>();
    private final LiveGrid<StockRow> list;
    private transient CursorPages.Reader<StockRow> shown;

    @Inject
    StockView(Workspace workspace, StockSearch stock, Locations places, Live live) {
        this.workspace = workspace;
        this.stock = stock;
        locations = workspace.look(() -> places.list(null, Page.MAX).items());
        list = new LiveGrid<>(live, StockRow::skuId, row -> "stock/" + row.skuId());
        fill();
        title(getTranslation("nav.stock"));
        Component export = export();
        Component legend = StockBar.key();
        acts(export);
        add(filters(legend), list);
        list.onFilled(filled -> {
            export.setVisible(filled);
            legend.setVisible(filled);
        });
        columns(list.grid());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters said = event.getLocation().getQueryParameters();
        String wanted = said.getSingleParameter("q").orElse("");
        // The address has no space at the end; the field keeps it for the next word.
        if (!search.getValue().strip().equals(wanted)) search.setValue(wanted);
        Location place = locations.stream()
                .filter(one ->
                        one.code().equals(said.getSingleParameter("location").orElse("")))
                .findFirst()
                .orElse(null);
        location.setValue(place);
        UUID at = place == null ? null : place.id();
        shown = (after, limit) -> stock.list(wanted, at, after, limit);
        list.read(workspace::look, workspace.tenant().id(), shown, nothing(wanted));
    }

    private Component export() {
        return CsvExport.link(
                getTranslation("export"),
                "stock",
                Stream.of(
                                "export.code",
                                "sku",
                                "sku.unit",
                                "stock.free",
                                "stock.held",
                                "stock.safety",
                                "stock.on-hand",
                                "export.short")
                        .map(this::getTranslation)
                        .toList(),
                workspace::look,
                workspace.zone(),
                () -> shown,
                row -> List.of(
                        row.code(),
                        row.name(),
                        row.unit(),
                        row.free(),
                        row.reserved(),
                        row.safetyStock(),
                        row.onHand(),
                        row.shortfall()),
                getTranslation("export.cut"));
    }

    private Component filters(Component legend) {
        search.setPlaceholder(getTranslation("sku.search"));
        search.setAriaLabel(getTranslation("sku.search"));
        search.setPrefixComponent(Glyph.SEARCH.small());
        search.setClearButtonVisible(true);
        search.setAutofocus(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        search.addClassName("search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) go();
        });
        location.setItems(locations);
        location.setEmptySelectionAllowed(true);
        location.setEmptySelectionCaption(getTranslation("stock.everywhere"));
        location.setPlaceholder(getTranslation("stock.everywhere"));
        location.setItemLabelGenerator(one -> one == null ? getTranslation("stock.everywhere") : one.name());
        location.setAriaLabel(getTranslation("location"));
        location.addValueChangeListener(change -> {
            if (change.isFromClient()) go();
        });
        Div filters = new Div(search, location, legend);
        filters.addClassName("filters");
        return filters;
    }

    private void go() {
        Map<String, String> said = new LinkedHashMap<>();
        if (!search.getValue().isBlank()) said.put("q", search.getValue().strip());
        if (location.getValue() != null)
            said.put("location", location.getValue().code());
        getUI().ifPresent(ui -> ui.navigate("stock", QueryParameters.simple(said)));
    }

    private void columns(Grid<StockRow> grid) {
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("sku"))
                .setWidth("200px")
                .setFlexGrow(3);
        grid.addComponentColumn(row -> row.bundle()
                        ? whole(new Badge(Tone.PLAIN, getTranslation("sku.bundle")))
                        : new StockBar(StockBar.Split.of(row.onHand(), row.reserved(), row.safetyStock())))
                .setHeader(getTranslation("stock.split"))
                .setFlexGrow(2);
        number(grid, "stock.free", row -> strong(row));
        number(grid, "stock.held", row -> plain(row, row.reserved()));
        number(grid, "stock.safety", row -> plain(row, row.safetyStock()));
        number(grid, "stock.on-hand", row -> plain(row, row.onHand()));
        grid.addComponentColumn(row -> row.shortfall() > 0
                        ? whole(new Badge(Tone.WRONG, getTranslation("stock.short", row.shortfall())))
                        : row.free() == 0
                                ? whole(new Badge(Tone.ATTENTION, getTranslation("stock.sold-out")))
                                : new Span())
                .setHeader("")
                .setWidth("116px")
                .setFlexGrow(0);
    }

    private void number(
            Grid<StockRow> grid, String key, com.vaadin.flow.function.SerializableFunction<StockRow, Component> cell) {
        grid.addComponentColumn(cell::apply)
                .setHeader(getTranslation(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("88px")
                .setFlexGrow(0);
    }

    private Component strong(StockRow row) {
        Span free = Spoken.count(row.free(), getLocale());
        free.addClassName("strong");
        return free;
    }

    private Component plain(StockRow row, int units) {
        if (row.bundle()) return Acts.quiet("—");
        return units == 0 ? Acts.quiet("0") : Spoken.count(units, getLocale());
    }

    /** A badge that no ellipsis of the cell follows. */
    private static Component whole(Badge badge) {
        Div cell = new Div(badge);
        cell.getStyle().set("display", "flex");
        return cell;
    }

    private Component name(StockRow row) {
        Component link = Acts.link(row.name(), "stock/" + row.skuId());
        link.addClassNames("strong", "cut");
        Span code = Acts.quiet(row.code());
        code.addClassNames("mono", "cut");
        Div cell = new Div(link, code);
        cell.getStyle().set("display", "grid");
        return cell;
    }

    private Empty nothing(String wanted) {
        if (!wanted.isBlank())
            return new Empty(Glyph.SEARCH, getTranslation("seek.none", wanted), getTranslation("seek.none.next"));
        return new Empty(Glyph.STOCK, getTranslation("stock.none"), getTranslation("stock.none.next"));
    }
}

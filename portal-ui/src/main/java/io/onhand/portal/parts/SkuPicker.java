package io.onhand.portal.parts;

import com.vaadin.flow.component.combobox.ComboBox;
import io.onhand.catalog.Sku;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.Page;

/** Picks a SKU by the start of its code, its name or one of its identifiers. */
public class SkuPicker extends ComboBox<Sku> {
    /** Reads a page of the SKUs that a search finds. */
    public interface Reader {
        Page<Sku> read(String search, String after, int limit);
    }

    private transient CursorPages<Sku> pages;

    public SkuPicker(Reader reader) {
        setLabel(getTranslation("sku"));
        setPlaceholder(getTranslation("sku.search"));
        setItemLabelGenerator(sku -> sku.code() + " · " + sku.name());
        setWidthFull();
        setItems(query -> {
            String typed = query.getFilter().orElse("");
            if (query.getOffset() == 0) pages = new CursorPages<>((after, limit) -> reader.read(typed, after, limit));
            return pages.fetch(query).stream();
        });
    }

    /** The SKU that was picked. @throws Refusal {@code sku-missing} on {@code field} when none was */
    public Sku picked(String field) {
        if (getValue() == null) throw Refusal.invalid("sku-missing", field, "Pick a SKU");
        return getValue();
    }
}

package io.onhand.catalog;

import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A SKU as somebody wants it to be; the same meanings and ranges as {@link Sku}. */
public record SkuDraft(
        String code,
        String name,
        String unit,
        boolean active,
        List<Sku.Identifier> identifiers,
        List<Sku.Component> components) {
    private static final int MAX_IDENTIFIERS = 50;
    private static final int MAX_COMPONENTS = 50;

    public SkuDraft {
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
        components = components == null ? List.of() : List.copyOf(components);
    }

    /** An active SKU counted in pieces. */
    public static SkuDraft of(String code, String name) {
        return new SkuDraft(code, name, "ea", true, List.of(), List.of());
    }

    /** The same with these components. */
    public SkuDraft madeOf(Sku.Component... parts) {
        return new SkuDraft(code, name, unit, active, identifiers, List.of(parts));
    }

    /** The same with these identifiers. */
    public SkuDraft known(Sku.Identifier... others) {
        return new SkuDraft(code, name, unit, active, List.of(others), components);
    }

    void check() {
        Require.text("code", code, 100);
        Require.text("name", name, 300);
        Require.text("unit", unit, 20);
        if (identifiers.size() > MAX_IDENTIFIERS)
            throw Refusal.invalid("identifiers-too-many", "identifiers", "At most " + MAX_IDENTIFIERS);
        if (components.size() > MAX_COMPONENTS)
            throw Refusal.invalid("components-too-many", "components", "At most " + MAX_COMPONENTS);
        for (int i = 0; i < identifiers.size(); i++) {
            Require.text("identifiers[" + i + "].type", identifiers.get(i).type(), 40);
            Require.text("identifiers[" + i + "].value", identifiers.get(i).value(), 100);
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < components.size(); i++) {
            Sku.Component part = components.get(i);
            Require.text("components[" + i + "].code", part.code(), 100);
            Require.range("components[" + i + "].quantity", part.quantity(), 1, 10_000);
            if (!codes.add(part.code()))
                throw Refusal.invalid("component-twice", "components[" + i + "].code", part.code() + " is named twice");
        }
    }
}

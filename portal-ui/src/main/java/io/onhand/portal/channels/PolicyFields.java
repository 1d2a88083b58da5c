package io.onhand.portal.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.onhand.channel.ChannelPolicy;
import io.onhand.location.Location;
import io.onhand.portal.parts.Fields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a channel may offer and from where, with an example that counts along while one types. */
class PolicyFields extends Div {
    private static final int[] EXAMPLES = {1, 2, 5, 10, 50, 100};
    private static final String TENANTS_OWN = "tenant";
    private static final List<String> OUT_OF_STOCK = List.of(TENANTS_OWN, "backorder", "partial", "refuse");

    private final NetworkField network;
    private final IntegerField bufferUnits = number("policy.buffer-units");
    private final IntegerField bufferPercent = number("policy.buffer-percent");
    private final IntegerField maxListed = number("policy.max-listed");
    private final IntegerField zeroAtOrBelow = number("policy.zero-at-or-below");
    private final Select<String> outOfStock = new Select<>();
    private final Div example = new Div();

    PolicyFields(List<Location> locations, ChannelPolicy policy, Fields fields) {
        network = fields.add("network", new NetworkField(locations));
        network.setValue(policy.network());
        network.setWidthFull();
        bufferUnits.setValue(policy.bufferUnits());
        bufferPercent.setValue(policy.bufferPercent());
        bufferPercent.setMax(100);
        bufferPercent.setSuffixComponent(new Span("%"));
        if (policy.maxListed() != null) maxListed.setValue(policy.maxListed());
        maxListed.setPlaceholder(getTranslation("policy.no-limit"));
        zeroAtOrBelow.setValue(policy.zeroAtOrBelow());
        outOfStock.setLabel(getTranslation("policy.out-of-stock"));
        outOfStock.setItems(OUT_OF_STOCK);
        outOfStock.setItemLabelGenerator(choice -> getTranslation("policy.out-of-stock." + choice));
        outOfStock.setValue(policy.outOfStock() == null ? TENANTS_OWN : policy.outOfStock());
        outOfStock.setWidthFull();
        fields.add("bufferUnits", bufferUnits);
        fields.add("bufferPercent", bufferPercent);
        fields.add("maxListed", maxListed);
        fields.add("zeroAtOrBelow", zeroAtOrBelow);
        fields.add("outOfStock", outOfStock);
        example.addClassName("notice");
        example.getElement().setAttribute("aria-live", "polite");
        getStyle().set("display", "grid").set("gap", "12px");
        add(network, pair(bufferUnits, bufferPercent), pair(maxListed, zeroAtOrBelow), example, outOfStock);
        List.of(bufferUnits, bufferPercent, maxListed, zeroAtOrBelow)
                .forEach(field -> field.addValueChangeListener(change -> showExample()));
        showExample();
    }

    /** The policy as it is typed. */
    ChannelPolicy policy() {
        return new ChannelPolicy(
                0,
                network.getValue(),
                orZero(bufferUnits),
                orZero(bufferPercent),
                maxListed.getValue(),
                orZero(zeroAtOrBelow),
                TENANTS_OWN.equals(outOfStock.getValue()) ? null : outOfStock.getValue());
    }

    private void showExample() {
        ChannelPolicy typed = policy();
        example.setText(
                isOpen(typed)
                        ? getTranslation("policy.example.all")
                        : getTranslation("policy.example") + " "
                                + IntStream.of(EXAMPLES)
                                        .mapToObj(units -> units + " → " + typed.listed(units))
                                        .collect(Collectors.joining(",  ")));
    }

    /** Nothing is held back. */
    private static boolean isOpen(ChannelPolicy typed) {
        return typed.bufferUnits() == 0
                && typed.bufferPercent() == 0
                && typed.maxListed() == null
                && typed.zeroAtOrBelow() == 0;
    }

    private IntegerField number(String key) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setHelperText(getTranslation(key + ".hint"));
        field.setMin(0);
        field.setMax(1_000_000);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setWidthFull();
        return field;
    }

    private static int orZero(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    private static Div pair(Component left, Component right) {
        Div pair = new Div(left, right);
        pair.getStyle()
                .set("display", "grid")
                .set("grid-template-columns", "1fr 1fr")
                .set("gap", "16px");
        return pair;
    }
}

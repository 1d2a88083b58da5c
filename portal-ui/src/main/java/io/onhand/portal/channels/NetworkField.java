package io.onhand.portal.channels;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.onhand.location.Location;
import io.onhand.portal.parts.Acts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The locations that serve a channel, in the order of preference. */
class NetworkField extends CustomField<List<UUID>> {
    private final OrderedList rows = new OrderedList();
    private final List<Location> order;
    private final Set<UUID> chosen = new LinkedHashSet<>();

    NetworkField(List<Location> locations) {
        super(List.of());
        order = new ArrayList<>(locations);
        setLabel(getTranslation("policy.network"));
        setHelperText(getTranslation("policy.network.hint"));
        rows.addClassNames("list", "card");
        add(rows);
        draw();
    }

    @Override
    protected List<UUID> generateModelValue() {
        return order.stream().map(Location::id).filter(chosen::contains).toList();
    }

    @Override
    protected void setPresentationValue(List<UUID> network) {
        chosen.clear();
        chosen.addAll(network);
        List<Location> first = new ArrayList<>();
        for (UUID id : network)
            order.stream().filter(place -> place.id().equals(id)).forEach(first::add);
        order.removeAll(first);
        order.addAll(0, first);
        draw();
    }

    private void draw() {
        rows.removeAll();
        for (int i = 0; i < order.size(); i++) rows.add(row(i));
    }

    private ListItem row(int at) {
        Location place = order.get(at);
        Checkbox serves = new Checkbox(place.name(), chosen.contains(place.id()));
        serves.addValueChangeListener(change -> {
            if (change.getValue()) chosen.add(place.id());
            else chosen.remove(place.id());
            updateValue();
        });
        Div name = new Div(serves);
        name.addClassName("grow");
        return new ListItem(
                name,
                Acts.quiet(getTranslation("location.kind." + place.kind())),
                mover("↑", "policy.network.up", place, at, at - 1),
                mover("↓", "policy.network.down", place, at, at + 1));
    }

    private Button mover(String arrow, String key, Location place, int from, int to) {
        Button mover = new Button(arrow, click -> {
            order.remove(from);
            order.add(to, place);
            draw();
            updateValue();
        });
        mover.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        mover.setAriaLabel(getTranslation(key, place.name()));
        mover.setEnabled(to >= 0 && to < order.size());
        return mover;
    }
}

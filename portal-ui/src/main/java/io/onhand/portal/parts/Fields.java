package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValueContext;
import io.onhand.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form by the names that the core calls them, so that a refusal stands at the field it speaks of. */
public final class Fields {
    private final Map<String, Component> fields = new LinkedHashMap<>();

    /** Takes a field in. */
    public <F extends Component> F add(String name, F field) {
        fields.put(name, field);
        if (field instanceof HasValue<?, ?> value && field instanceof HasValidationProperties mark)
            value.addValueChangeListener(change -> mark.setInvalid(false));
        return field;
    }

    /** The core calls a field that is here already {@code name} too, from now on. */
    public void alsoCalled(String name, Component field) {
        fields.put(name, field);
    }

    /**
     * Does the work, unless a number cannot be read. A refusal stands at its field, or in {@code place} when it speaks of none
     * of these.
     *
     * @return whether it worked
     */
    public <T extends Component & HasComponents> boolean caught(T place, Runnable work) {
        place.removeAll();
        fields.values().forEach(field -> {
            if (field instanceof HasValidationProperties mark) mark.setInvalid(false);
        });
        return Failures.caught(place, () -> {
            try {
                refuse(place, unreadable());
                work.run();
            } catch (Refusal refusal) {
                if (!marked(place, refusal)) throw refusal;
                throw new Marked();
            }
        });
    }

    /** Refuses the work when there are problems: each stands at its field, and the cursor at the first. */
    public void refuse(Component asker, List<Refusal> problems) {
        for (int i = problems.size() - 1; i >= 0; i--) if (!marked(asker, problems.get(i))) throw problems.get(i);
        if (!problems.isEmpty()) throw new Marked();
    }

    /** Such a field has no value, as if it were empty. */
    private List<Refusal> unreadable() {
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof IntegerField number && !isReadable(number))
                .map(entry -> Refusal.invalid("number-malformed", entry.getKey(), "A whole number"))
                .toList();
    }

    /** In a context, the field's validator leaves it to others whether there has to be a number. */
    private static boolean isReadable(IntegerField number) {
        return number.getValue() != null
                || !number.getDefaultValidator()
                        .apply(null, new ValueContext(new Binder<>(), number))
                        .isError();
    }

    private boolean marked(Component asker, Refusal refusal) {
        Component field = refusal.field() == null ? null : fields.get(refusal.field());
        if (!(field instanceof HasValidationProperties mark)) return false;
        mark.setErrorMessage(Failures.words(asker, refusal));
        mark.setInvalid(true);
        if (field instanceof Focusable<?> focusable) focusable.focus();
        return true;
    }

    /** The refusal stands at its field already. */
    static final class Marked extends RuntimeException {
        Marked() {
            super(null, null, false, false);
        }
    }
}

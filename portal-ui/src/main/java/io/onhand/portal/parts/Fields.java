package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
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

    /**
     * Does the work. A refusal stands at its field, or in {@code place} when it speaks of none of these.
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

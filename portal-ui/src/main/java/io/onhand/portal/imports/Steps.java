package io.onhand.portal.imports;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;

/** Where one is in the wizard. */
class Steps extends OrderedList {
    /** The three steps. */
    enum Step {
        FILE,
        PREVIEW,
        RESULT
    }

    Steps(Step at) {
        addClassName("steps");
        for (Step step : Step.values()) {
            ListItem item =
                    new ListItem(getTranslation("import.step." + step.name().toLowerCase(java.util.Locale.ROOT)));
            if (step == at) item.getElement().setAttribute("aria-current", "step");
            if (step.compareTo(at) < 0) item.addClassName("done");
            add(item);
        }
    }
}

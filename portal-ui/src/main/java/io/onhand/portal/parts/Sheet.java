package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

/** A form in a dialog: what is typed stays when it is refused. */
public class Sheet extends Dialog {
    /** Enter in a field of one line, and not the Enter that chooses a word of an input method. */
    private static final String SUBMITS = "event.key === 'Enter' && !event.isComposing"
            + " && event.target.closest('vaadin-text-field, vaadin-integer-field, vaadin-password-field') !== null";

    private final Fields fields = new Fields();
    private final Div content = new Div();
    private final Div trouble = new Div();
    private final Button act = new Button();

    public Sheet(String title) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        content.addClassName("dialog");
        add(content);
        content.add(trouble);
        trouble.getStyle().set("display", "contents");
    }

    /** Makes room for a table. */
    public Sheet wide() {
        content.addClassName("wide");
        return this;
    }

    /** Takes in a field that the core calls {@code name}. */
    public <F extends Component> F field(String name, F field) {
        show(field);
        return fields.add(name, field);
    }

    /** The fields, to take in those of a group. */
    public Fields fields() {
        return fields;
    }

    /** Shows this under what is there. */
    public Sheet show(Component... parts) {
        for (Component part : parts) content.addComponentAtIndex(content.getComponentCount() - 1, part);
        return this;
    }

    /** The button that does it, as does Enter in a field of one line; the sheet closes when it worked. */
    public Sheet act(String verb, Runnable work) {
        Button back = new Button(getTranslation("back"), click -> close());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        act.setText(verb);
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setDisableOnClick(true);
        act.addClickListener(click -> {
            if (fields.caught(trouble, work)) close();
            act.setEnabled(true);
        });
        // The browser clicks, so that what was typed has arrived before.
        content.getElement()
                .addEventListener("keydown", enter -> act.clickInClient())
                .setFilter(SUBMITS);
        getFooter().add(back, act);
        return this;
    }

    /** Marks the act as one that takes something away. */
    public Sheet destructive() {
        act.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }
}

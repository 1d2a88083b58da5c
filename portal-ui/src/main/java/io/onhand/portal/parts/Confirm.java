package io.onhand.portal.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Asks once, in words that say what will happen. Its act has the focus, or the way back when something is taken away. */
public class Confirm extends Dialog {
    private final Div content = new Div();
    private final Button act = new Button();
    private final Button back = new Button(getTranslation("back"), click -> close());
    private Button focused = act;

    /**
     * @param consequences what will happen, one sentence each
     * @param verb the label of the button that does it; never "OK"
     * @param work what it does; a failure stands in the dialog, which stays open
     */
    public Confirm(String title, String lead, List<String> consequences, String verb, Runnable work) {
        setHeaderTitle(title);
        content.addClassName("dialog");
        if (lead != null) {
            Paragraph words = new Paragraph(lead);
            words.addClassName("lead");
            content.add(words);
        }
        if (!consequences.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("consequences");
            consequences.forEach(sentence -> list.add(new ListItem(sentence)));
            content.add(list);
        }
        add(content);
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        act.setText(verb);
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setDisableOnClick(true);
        Div trouble = new Div();
        trouble.getStyle().set("display", "contents");
        content.add(trouble);
        act.addClickListener(click -> {
            trouble.removeAll();
            if (Failures.caught(trouble, work)) close();
            act.setEnabled(true);
        });
        getFooter().add(back, act);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) focused.focus();
        });
    }

    /** Marks the act as one that takes something away. */
    public Confirm destructive() {
        act.addThemeVariants(ButtonVariant.LUMO_ERROR);
        focused = back;
        return this;
    }
}

package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here: why, and what to do next. */
public class Empty extends Div {
    public Empty(Glyph glyph, String title, String next, Component... actions) {
        addClassName("empty");
        add(glyph.icon(), new H2(title));
        if (next != null) add(new Paragraph(next));
        if (actions.length > 0) {
            Div acts = new Div(actions);
            acts.addClassName("acts");
            add(acts);
        }
    }

    /** The same, for a card inside a page. */
    public Empty small() {
        addClassName("small");
        return this;
    }
}

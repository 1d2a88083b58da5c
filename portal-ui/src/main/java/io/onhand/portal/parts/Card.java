package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A titled surface. */
public class Card extends Section {
    private final Div body = new Div();
    private final H2 title;
    private final Span hint = new Span();
    private final Div acts = new Div();

    public Card(String titleText) {
        addClassName("card");
        title = new H2(titleText);
        hint.addClassName("hint");
        acts.addClassName("acts");
        body.addClassName("body");
        add(new Header(title, hint, acts), body);
    }

    /** A few words beside the title. */
    public Card hint(String words) {
        hint.setText(words);
        return this;
    }

    /** What can be done with the whole of it, at the right of the title. */
    public Card act(Component... actions) {
        acts.add(actions);
        return this;
    }

    /** Another title. */
    public void rename(String text) {
        title.setText(text);
    }

    /** Takes the acts away. */
    public void clearActs() {
        acts.removeAll();
    }

    /** Shows this and nothing else, with space around it. */
    public Card show(Component... content) {
        body.setClassName("body");
        body.removeAll();
        body.add(content);
        return this;
    }

    /** Shows this and nothing else, up to the edges. */
    public Card showFlush(Component... content) {
        body.setClassName("flush");
        body.removeAll();
        body.add(content);
        return this;
    }
}

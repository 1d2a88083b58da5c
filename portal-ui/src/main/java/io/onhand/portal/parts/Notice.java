package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A message that stands where it belongs: what, why, and what to do. */
public class Notice extends Div {
    public Notice(Tone tone, String title, String next, Component... actions) {
        addClassNames("notice", tone.css());
        Div words = new Div();
        words.addClassName("grow");
        Span head = new Span(title);
        head.addClassName("strong");
        words.add(head);
        if (next != null) words.add(new Span(next));
        add(tone.glyph().icon(), words);
        add(actions);
        if (tone == Tone.WRONG) getElement().setAttribute("role", "alert");
    }
}

package io.onhand.portal.parts;

import com.vaadin.flow.component.html.Span;

/** A state in a word and a colour. */
public class Badge extends Span {
    public Badge(Tone tone, String word) {
        super(word);
        addClassNames("badge", tone.css());
    }
}

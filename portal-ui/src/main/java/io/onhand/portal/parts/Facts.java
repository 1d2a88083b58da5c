package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Names and what they are. */
public class Facts extends DescriptionList {
    public Facts() {
        addClassName("facts");
    }

    public Facts fact(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }

    /** Left out when {@code value} is null or blank. */
    public Facts fact(String name, String value) {
        return value == null || value.isBlank() ? this : fact(name, new Span(value));
    }
}

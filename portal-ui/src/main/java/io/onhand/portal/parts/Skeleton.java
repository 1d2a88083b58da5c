package io.onhand.portal.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** Rows that are on their way. */
public class Skeleton extends Div {
    public Skeleton(int rows) {
        addClassName("skeleton");
        getElement().setAttribute("aria-busy", "true");
        getElement().setAttribute("aria-label", getTranslation("loading"));
        for (int i = 0; i < rows; i++) {
            Element row = new Element("i");
            row.getStyle().set("width", 92 - i * 17 % 40 + "%");
            getElement().appendChild(row);
        }
    }
}

package io.onhand.portal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** The name on the door. */
final class Brand {
    private Brand() {}

    static Anchor mark() {
        Span sign = new Span();
        sign.addClassName("mark");
        Span name = new Span("Onhand");
        name.addClassName("name");
        Anchor brand = new Anchor("", sign, name);
        brand.addClassName("brand");
        brand.getElement().setAttribute("router-link", true);
        return brand;
    }
}

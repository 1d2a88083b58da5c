package io.onhand.portal.parts;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A channel's initial on a colour of its own, so that it is found again at a glance. */
public class Logo extends Span {
    private static final int STEP = 47;

    public Logo(String name) {
        super(initials(name));
        addClassName("logo");
        getElement().setAttribute("aria-hidden", "true");
        getStyle().set("--hue", String.valueOf(Math.floorMod(name.hashCode() * STEP, 360)));
    }

    /** The same, for a line of text. */
    public Logo small() {
        addClassName("small");
        return this;
    }

    /** The first letter, or the last two digits of a name that ends with a number. */
    static String initials(String name) {
        String first = name.isBlank() ? "?" : name.strip().substring(0, 1).toUpperCase(Locale.ROOT);
        String digits = name.replaceAll("^.*?(\\d{1,2})?$", "$1");
        return digits.isEmpty() ? first : digits;
    }
}

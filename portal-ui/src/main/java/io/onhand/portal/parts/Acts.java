package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** Buttons and links in the few weights that the portal has. */
public final class Acts {
    private Acts() {}

    /** The one act that the view is for. */
    public static Button main(String label, Runnable act) {
        Button button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    /** An act among others. */
    public static Button plain(String label, Runnable act) {
        return new Button(label, click -> act.run());
    }

    /** An act that takes something away. */
    public static Button risky(String label, Runnable act) {
        Button button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return button;
    }

    /** An act inside a line or a card. */
    public static Button quiet(String label, Runnable act) {
        Button button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** The same with an icon before its label. */
    public static Button with(Glyph glyph, Button button) {
        button.setIcon(glyph.icon());
        return button;
    }

    /** A way to another view. */
    public static RouterLink link(String label, String path) {
        RouterLink link = new RouterLink();
        link.getElement().setAttribute("href", path);
        link.setText(label);
        return link;
    }

    /** A way to another view, around something. */
    public static RouterLink link(String path, Component... content) {
        RouterLink link = new RouterLink();
        link.getElement().setAttribute("href", path);
        link.add(content);
        return link;
    }

    /** Words of less weight. */
    public static Span quiet(String words) {
        Span span = new Span(words);
        span.addClassName("quiet");
        return span;
    }
}

package io.onhand.portal.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** A short answer to what the person just did, at the lower edge. */
public final class Toast {
    private static final int SHORT_MILLIS = 4_000;
    private static final int UNDO_MILLIS = 10_000;

    private Toast() {}

    /** It worked. */
    public static void done(String words) {
        open(Tone.GOOD, words, SHORT_MILLIS);
    }

    /** It worked, and can be taken back for ten seconds. */
    public static void done(String words, String undoLabel, Runnable undo) {
        Notification toast = open(Tone.GOOD, words, UNDO_MILLIS);
        Button button = new Button(undoLabel, click -> {
            toast.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        toast.getChildren().findFirst().ifPresent(content -> ((Div) content).add(button));
    }

    /** It did not work; stays until closed. */
    public static void failed(String words) {
        Notification toast = open(Tone.WRONG, words, 0);
        Button close = new Button(Glyph.CLOSE.small(), click -> toast.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        close.setAriaLabel(close.getTranslation("close"));
        toast.getChildren().findFirst().ifPresent(content -> ((Div) content).add(close));
    }

    private static Notification open(Tone tone, String words, int millis) {
        Span icon = tone.glyph().icon();
        icon.addClassName(tone.css());
        Span text = new Span(words);
        text.getStyle().set("flex", "1");
        Div content = new Div(icon, text);
        content.addClassName("toast");
        content.getElement().setAttribute("role", tone == Tone.WRONG ? "alert" : "status");
        Notification toast = new Notification(content);
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        toast.setDuration(millis);
        toast.open();
        return toast;
    }
}

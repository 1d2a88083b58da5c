package io.onhand.portal.parts;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The icons, drawn in {@code glyphs.css}. Each stands beside a word, so a screen reader skips it. */
public enum Glyph {
    TODAY,
    ORDERS,
    STOCK,
    CHANNELS,
    IMPORTS,
    FOLD,
    MENU,
    SEARCH,
    LANGUAGE,
    SUN,
    MOON,
    PERSON,
    CHECK,
    GOOD,
    ATTENTION,
    WRONG,
    WAIT,
    INFO,
    PLUS,
    PAUSE,
    PLAY,
    UNDO,
    REPLAY,
    LINK,
    DOWNLOAD,
    UPLOAD,
    FILE,
    EDIT,
    OUT,
    RIGHT,
    DOWN,
    MORE,
    LOCATION,
    WHY,
    CLOSE,
    BUILDING;

    /** The icon in the size of a line of text. */
    public Span icon() {
        Span icon = new Span();
        icon.addClassNames("glyph", "glyph-" + name().toLowerCase(Locale.ROOT));
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** The icon, smaller. */
    public Span small() {
        Span icon = icon();
        icon.addClassName("small");
        return icon;
    }
}

package io.onhand.portal.parts;

import java.util.Locale;

/** What a colour means. A colour never stands alone: a word or a shape says the same. */
public enum Tone {
    /** As it should be. */
    GOOD,
    /** On its way; nothing to do. */
    WAIT,
    /** Somebody should look. */
    ATTENTION,
    /** Broken, or refused. */
    WRONG,
    /** Over, or of no weight. */
    PLAIN;

    /** The class of the style sheets. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The icon that goes with it. */
    public Glyph glyph() {
        return switch (this) {
            case GOOD -> Glyph.GOOD;
            case WAIT -> Glyph.WAIT;
            case ATTENTION -> Glyph.ATTENTION;
            case WRONG -> Glyph.WRONG;
            case PLAIN -> Glyph.INFO;
        };
    }
}

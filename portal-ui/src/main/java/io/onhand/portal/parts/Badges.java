package io.onhand.portal.parts;

import io.onhand.imports.ImportState;
import io.onhand.order.OrderState;

/** Which tone each state has. A new state does not compile before it has one. */
public final class Badges {
    private Badges() {}

    public static Badge of(OrderState state) {
        return badge(
                switch (state) {
                    case HELD -> Tone.GOOD;
                    case PART_SHIPPED -> Tone.WAIT;
                    case UNMATCHED, BACKORDERED -> Tone.ATTENTION;
                    case REFUSED -> Tone.WRONG;
                    case SHIPPED, CANCELLED, UNDONE -> Tone.PLAIN;
                },
                "order.state." + state.code());
    }

    public static Badge of(ImportState state) {
        return badge(
                switch (state) {
                    case UPLOADED, COMMITTING, UNDOING -> Tone.WAIT;
                    case PREVIEWED, UNRECOGNISED -> Tone.ATTENTION;
                    case COMMITTED -> Tone.GOOD;
                    case UNDONE -> Tone.PLAIN;
                    case FAILED -> Tone.WRONG;
                },
                "import.state." + state.code());
    }

    private static Badge badge(Tone tone, String key) {
        Badge badge = new Badge(tone, "");
        badge.setText(badge.getTranslation(key));
        return badge;
    }
}

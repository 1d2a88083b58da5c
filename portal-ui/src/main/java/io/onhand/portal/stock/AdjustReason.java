package io.onhand.portal.stock;

import com.vaadin.flow.component.Component;
import java.util.Locale;

/** Why people change a number by hand. */
enum AdjustReason {
    COUNTED,
    RECEIVED,
    RETURNED,
    DAMAGED,
    LOST,
    FOUND,
    GIVEN_AWAY,
    CORRECTION;

    /** As the ledger keeps it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the person's words; another's own words as they are. */
    static String words(Component asker, String code) {
        for (AdjustReason reason : values())
            if (reason.code().equals(code)) return asker.getTranslation("adjust.reason." + code);
        return code;
    }
}

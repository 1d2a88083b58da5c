package io.onhand.portal.stock;

import com.vaadin.flow.component.Component;
import io.onhand.portal.parts.Actor;
import io.onhand.portal.parts.Timeline;
import io.onhand.portal.parts.Tone;
import io.onhand.stock.StockSearch.MovementRow;

/** Rows of the ledger as sentences. */
final class LedgerWords {
    private LedgerWords() {}

    static Timeline.Entry entry(Component asker, MovementRow row) {
        boolean comes = row.from().startsWith("@");
        boolean goes = row.to().startsWith("@");
        String way = comes ? "in" : goes ? "out" : "moved";
        String sentence =
                asker.getTranslation("ledger." + way, row.quantity(), comes ? row.to() : row.from(), row.to());
        String cause = asker.getTranslation("ledger.cause." + row.causeKind());
        String reason = AdjustReason.words(asker, row.reason());
        String note = cause + (reason.isEmpty() ? "" : " · " + reason) + " · " + Actor.words(asker, row.actor())
                + (row.note() == null ? "" : " · “" + row.note() + "”");
        return new Timeline.Entry(
                row.recordedAt(), comes ? Tone.GOOD : goes ? Tone.ATTENTION : Tone.WAIT, sentence, note);
    }
}

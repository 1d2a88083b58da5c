package io.onhand.order;

import io.onhand.refusal.Refusal;
import java.util.UUID;

/**
 * What became of one order of a list.
 *
 * @param orderId null when refused
 * @param state of the order afterwards; null when refused
 * @param refusal why it was not taken, or null
 */
public record Accepted(
        UUID channel, String externalId, Outcome outcome, UUID orderId, OrderState state, Refusal refusal) {
    /** How an order was taken. */
    public enum Outcome {
        /** It is new, and was written. */
        NEW,
        /** It was here already, the same; nothing was written. */
        DUPLICATE,
        /** It was here already with other content; the difference was written. */
        CHANGED,
        /** It is malformed; nothing was written. */
        REFUSED
    }
}

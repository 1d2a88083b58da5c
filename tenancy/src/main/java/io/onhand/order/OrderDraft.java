package io.onhand.order;

import io.onhand.canonical.IncomingOrder;
import java.util.UUID;

/**
 * An order to be accepted.
 *
 * @param channel where it was placed
 * @param source how it came
 * @param actor who brings it, for the history
 * @param importId the import that brought it, or null
 * @param fingerprint the same for the same content, whichever way it came
 */
public record OrderDraft(
        UUID channel, Source source, String actor, UUID importId, IncomingOrder order, String fingerprint) {
    /** Makes the fingerprint, which takes a while: best before the transaction that takes the order. */
    public OrderDraft(UUID channel, Source source, String actor, UUID importId, IncomingOrder order) {
        this(channel, source, actor, importId, order, Incoming.fingerprint(order));
    }

    /** How an order came. */
    public enum Source {
        WEBHOOK,
        POLL,
        API,
        FILE
    }
}

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
 */
public record OrderDraft(UUID channel, Source source, String actor, UUID importId, IncomingOrder order) {
    /** How an order came. */
    public enum Source {
        WEBHOOK,
        POLL,
        API,
        FILE
    }
}

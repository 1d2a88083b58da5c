package io.onhand.canonical;

import java.time.Instant;
import java.util.List;

/**
 * A channel cancels an order, or some units of it.
 *
 * @param externalId the channel's order number
 * @param eventId the channel's id of this change, unique in the order: a repeat changes nothing
 * @param occurredAt when the channel says that it happened
 * @param cancels what is cancelled; empty means everything that is still open
 * @param reason the channel's words, or null
 */
public record OrderChange(String externalId, String eventId, Instant occurredAt, List<Cancel> cancels, String reason) {
    public OrderChange {
        cancels = List.copyOf(cancels);
    }

    /** Units of one line that are cancelled. */
    public record Cancel(String externalLineId, int quantity) {}
}

package io.onhand.routes.engine;

import java.util.Arrays;
import java.util.List;

/**
 * One page of orders that changed.
 *
 * @param messages each is given to {@link Connector#read}
 * @param cursor where to go on, at the next page or at the next poll; at most 2,000 characters
 * @param more whether there is a next page now
 */
public record OrdersPage(List<Message> messages, String cursor, boolean more) {
    public OrdersPage {
        messages = List.copyOf(messages);
    }

    /** One order, with the channel's id of this state of it. */
    public static final class Message {
        private final String eventId;
        private final byte[] payload;

        public Message(String eventId, byte[] payload) {
            this.eventId = eventId;
            this.payload = payload.clone();
        }

        public String eventId() {
            return eventId;
        }

        public byte[] payload() {
            return payload.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Message message
                    && eventId.equals(message.eventId)
                    && Arrays.equals(payload, message.payload);
        }

        @Override
        public int hashCode() {
            return eventId.hashCode();
        }
    }
}

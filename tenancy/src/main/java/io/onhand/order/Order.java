package io.onhand.order;

import java.util.List;
import java.util.UUID;

/** An order's head and lines while it is being changed; its row is locked. */
final class Order {
    final UUID id;
    final UUID channel;
    final String externalId;
    final String currency;
    final String fingerprint;
    final long version;
    final List<Line> lines;
    OrderState state;

    Order(
            UUID id,
            UUID channel,
            String externalId,
            String currency,
            String fingerprint,
            OrderState state,
            long version,
            List<Line> lines) {
        this.id = id;
        this.channel = channel;
        this.externalId = externalId;
        this.currency = currency;
        this.fingerprint = fingerprint;
        this.state = state;
        this.version = version;
        this.lines = lines;
    }

    /** Derives the state again after units moved. */
    void derive() {
        if (state != OrderState.UNDONE) state = OrderState.of(lines);
    }
}

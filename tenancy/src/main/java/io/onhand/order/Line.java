package io.onhand.order;

import io.onhand.canonical.IncomingOrder;
import java.util.UUID;

/**
 * A line while its units change state. Every unit is in exactly one: unmatched, backordered, held, shipped, cancelled or
 * refused.
 */
final class Line {
    final UUID id;
    final UUID orderId;
    final int position;
    final String externalLineId;
    final UUID listingId;
    UUID skuId;
    String title;
    long unitPriceMinor;
    int quantity;

    /** How many the channel last said there are; what people cancel here does not change it. */
    int told;

    int unmatched;
    int held;
    int backordered;
    int shipped;
    int cancelled;
    int refused;

    Line(UUID id, UUID orderId, int position, String externalLineId, UUID listingId) {
        this.id = id;
        this.orderId = orderId;
        this.position = position;
        this.externalLineId = externalLineId;
        this.listingId = listingId;
    }

    /** A new line: its units wait for stock, or for a link where there is no SKU. */
    static Line of(UUID id, UUID orderId, int position, IncomingOrder.Line wanted, UUID listing, UUID sku) {
        Line line = new Line(id, orderId, position, wanted.externalLineId(), listing);
        line.title = wanted.title();
        line.unitPriceMinor = wanted.unitPriceMinor();
        line.quantity = wanted.quantity();
        line.told = wanted.quantity();
        line.skuId = sku;
        if (sku == null) line.unmatched = wanted.quantity();
        else line.backordered = wanted.quantity();
        return line;
    }

    /** Units that can still be cancelled. */
    int open() {
        return unmatched + backordered + held;
    }

    /** The SKU is known now: the units wait for stock. */
    void matched(UUID sku) {
        skuId = sku;
        backordered += unmatched;
        unmatched = 0;
    }

    /** Waiting units got a place. */
    void hold(int units) {
        backordered -= units;
        held += units;
    }

    /** Nothing will come for the waiting units. */
    void refuseWaiting() {
        refused += backordered;
        backordered = 0;
    }

    /**
     * The channel says something else of the line. More than it said before are ordered in addition; of fewer, those are too
     * many that are still to be served beyond them: what was cancelled or refused here is out of it already.
     *
     * @return how many units are to be cancelled
     */
    int tell(IncomingOrder.Line wanted) {
        int more = wanted.quantity() - told;
        told = wanted.quantity();
        title = wanted.title() == null ? title : wanted.title();
        unitPriceMinor = wanted.unitPriceMinor();
        if (more > 0) add(more);
        return more < 0 ? Math.min(open(), Math.max(0, open() + shipped - told)) : 0;
    }

    /** The channel does not name the line any more: what is open is cancelled. */
    int leftOut() {
        told = 0;
        return open();
    }

    private void add(int units) {
        quantity += units;
        if (skuId == null) unmatched += units;
        else backordered += units;
    }

    /**
     * Cancels units, those first that hold nothing.
     *
     * @return how many held units were among them, whose holds have to be released
     */
    int cancel(int units) {
        if (units > open()) throw new IllegalArgumentException(units + " of " + open() + " open units");
        int fromUnmatched = Math.min(units, unmatched);
        int fromBackordered = Math.min(units - fromUnmatched, backordered);
        int fromHeld = units - fromUnmatched - fromBackordered;
        unmatched -= fromUnmatched;
        backordered -= fromBackordered;
        held -= fromHeld;
        cancelled += units;
        return fromHeld;
    }
}

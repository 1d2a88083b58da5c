package io.onhand.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An order as this marketplace tells it; never changed, replaced when units are cancelled. */
record MarketOrder(
        String id,
        String number,
        String status,
        Instant placedAt,
        Instant updatedAt,
        String currency,
        Buyer buyer,
        ShipTo shipTo,
        List<Line> lines,
        List<Cancellation> cancellations) {

    /** Units of one listing; {@code unitPrice} is a decimal number as text, in the order's currency. */
    record Line(String id, String listingId, String sellerCode, String title, int quantity, String unitPrice) {}

    /** Units of one line that were cancelled. */
    record Cancellation(String id, String lineId, int quantity, Instant at, String reason) {}

    /** Who ordered. */
    record Buyer(String name, String phone, String email) {}

    /** Where it goes. */
    record ShipTo(
            String name,
            String phone,
            String postalCode,
            String country,
            String region,
            String city,
            String line1,
            String line2) {}

    /** Units of {@code lineId} that are not cancelled. */
    int open(String lineId) {
        int ordered = lines.stream()
                .filter(line -> line.id().equals(lineId))
                .mapToInt(Line::quantity)
                .sum();
        int cancelled = cancellations.stream()
                .filter(cancellation -> cancellation.lineId().equals(lineId))
                .mapToInt(Cancellation::quantity)
                .sum();
        return ordered - cancelled;
    }

    /** The order with more units cancelled. */
    MarketOrder with(List<Cancellation> more, Instant at) {
        List<Cancellation> all =
                Stream.concat(cancellations.stream(), more.stream()).toList();
        MarketOrder changed = new MarketOrder(id, number, status, placedAt, at, currency, buyer, shipTo, lines, all);
        boolean anyOpen = lines.stream().anyMatch(line -> changed.open(line.id()) > 0);
        return new MarketOrder(
                id,
                number,
                anyOpen ? "partially_cancelled" : "cancelled",
                placedAt,
                at,
                currency,
                buyer,
                shipTo,
                lines,
                all);
    }
}

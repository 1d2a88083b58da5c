package io.onhand.canonical;

import java.time.Instant;
import java.util.List;

/**
 * An order as a channel tells it.
 *
 * @param externalId the channel's order number, kept as text, 1 to 200 characters
 * @param placedAt when the buyer ordered
 * @param currency ISO 4217 code of every amount in the order
 * @param buyer who ordered
 * @param shipTo where it goes; null for pickup and till sales
 * @param lines 1 to {@value #MAX_LINES} lines
 * @param note the buyer's words, or null
 */
public record IncomingOrder(
        String externalId,
        Instant placedAt,
        String currency,
        Buyer buyer,
        Address shipTo,
        List<Line> lines,
        String note) {

    /** Most lines one order may have. */
    public static final int MAX_LINES = 200;

    public IncomingOrder {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param externalLineId the channel's line number, unique in the order
     * @param listingId the channel's own id of what was sold
     * @param skuCandidates the seller's codes that the channel sent, best first; they link an unknown listing when exactly
     *     one SKU answers to the first code that answers at all
     * @param title what the buyer saw
     * @param quantity units sold, 1 to 1,000,000
     * @param unitPriceMinor price of one unit in the currency's minor unit (KRW and JPY have none: 1 = 1 won)
     */
    public record Line(
            String externalLineId,
            String listingId,
            List<String> skuCandidates,
            String title,
            int quantity,
            long unitPriceMinor) {
        public Line {
            skuCandidates = List.copyOf(skuCandidates);
        }
    }

    /** Who ordered; every part may be null, as channels mask them. */
    public record Buyer(String name, String phone, String email) {}

    /**
     * Where an order goes. Parts may be null, except for the name and the lines.
     *
     * @param name the recipient
     * @param phone as the channel sent it
     * @param postalCode as the channel sent it
     * @param country ISO 3166-1 alpha-2
     * @param region province or prefecture
     * @param city city or ward
     * @param line1 street
     * @param line2 building and room
     */
    public record Address(
            String name,
            String phone,
            String postalCode,
            String country,
            String region,
            String city,
            String line1,
            String line2) {}
}

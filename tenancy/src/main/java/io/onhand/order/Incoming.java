package io.onhand.order;

import io.onhand.canonical.IncomingOrder;
import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import io.onhand.tenant.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Currency;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** What must be true of an order before anything is written, and its fingerprint. */
final class Incoming {
    private static final int MOST_UNITS = 1_000_000;
    private static final long MOST_MINOR = 1_000_000_000_000L;

    private Incoming() {}

    /** @throws Refusal that names the field */
    static void check(IncomingOrder order) {
        Require.text("externalId", order.externalId(), 200);
        if (order.placedAt() == null) throw Refusal.invalid("placed-at-missing", "placedAt", "When the buyer ordered");
        currency(order.currency());
        Require.optionalText("note", order.note(), 4000);
        Require.range("lines.size", order.lines().size(), 1, IncomingOrder.MAX_LINES);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < order.lines().size(); i++) {
            IncomingOrder.Line line = order.lines().get(i);
            String at = "lines[" + i + "].";
            Require.text(at + "externalLineId", line.externalLineId(), 200);
            Require.text(at + "listingId", line.listingId(), 200);
            Require.optionalText(at + "title", line.title(), 1000);
            Require.range(at + "quantity", line.quantity(), 1, MOST_UNITS);
            Require.range(at + "unitPriceMinor", line.unitPriceMinor(), 0, MOST_MINOR);
            if (!ids.add(line.externalLineId()))
                throw Refusal.invalid(
                        "line-twice", at + "externalLineId", line.externalLineId() + " is in the order twice");
        }
        total(order);
        if (order.buyer() != null) {
            Require.optionalText("buyer.name", order.buyer().name(), 300);
            Require.optionalText("buyer.phone", order.buyer().phone(), 100);
            Require.optionalText("buyer.email", order.buyer().email(), 300);
        }
    }

    /** The amount of all lines, at most {@value #MOST_MINOR} in the currency's minor unit. */
    private static void total(IncomingOrder order) {
        long total = 0;
        for (IncomingOrder.Line line : order.lines()) {
            // Neither factor is above 10^12 and 10^6, so that one line fits.
            total += line.unitPriceMinor() * line.quantity();
            if (total > MOST_MINOR)
                throw Refusal.invalid("number-out-of-range", "lines", "All lines together are above " + MOST_MINOR)
                        .with("least", 0)
                        .with("most", MOST_MINOR);
        }
    }

    /** The same for the same content, whichever way it came. */
    static String fingerprint(IncomingOrder order) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Json.write(order).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void currency(String code) {
        try {
            Currency.getInstance(String.valueOf(code));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("currency-unknown", "currency", code + " is no ISO 4217 code, e.g. KRW");
        }
    }
}

package io.onhand.routes.connector.orderfile;

import io.onhand.canonical.IncomingOrder;
import java.time.Instant;
import java.util.Objects;

/** Turns a row into an order line and what the row says of its order. */
final class RowMapper {
    /** A row that was mapped; {@code placedAt}, {@code buyer}, {@code shipTo} and {@code note} are null when rejected. */
    record Mapped(
            ParsedRow row, Instant placedAt, IncomingOrder.Buyer buyer, IncomingOrder.Address shipTo, String note) {
        /** Whether both tell the same line of the same order, to the same recipient. */
        boolean saysTheSame(Mapped other) {
            return row.line().equals(other.row.line())
                    && Objects.equals(placedAt, other.placedAt)
                    && Objects.equals(buyer, other.buyer)
                    && Objects.equals(shipTo, other.shipTo)
                    && Objects.equals(note, other.note);
        }
    }

    private static final int MAX_NOTE_CHARS = 4_000;
    private static final int MAX_TITLE_CHARS = 1_000;
    private static final int MAX_NAME_CHARS = 300;
    private static final int MAX_PHONE_CHARS = 100;
    private static final char UNREADABLE = '\uFFFD';

    private final HeaderMatch header;
    private final MallRules rules;
    private final WallClock clock;
    private final boolean guarded;
    private final boolean lossy;

    RowMapper(HeaderMatch header, boolean from1904, boolean lossy) {
        this.header = header;
        this.rules = header.template().rules();
        this.clock = new WallClock(header.template().zone(), from1904);
        this.guarded = header.header().stream().map(HeaderName::normalise).anyMatch(RejectedRows::isOwnColumn);
        this.lossy = lossy;
    }

    Mapped map(SheetRow row) {
        RowValues values = new RowValues(header, row, clock, guarded);
        String orderId = null;
        IncomingOrder.Line line = null;
        try {
            refuseUnreadable(row);
            orderId = rules.orderId(values);
            String status = values.text(Field.STATUS);
            boolean cancelled = status != null && rules.isCancelled(status);
            if (cancelled) {
                line = cancelledLine(values);
                throw new RowRejected(
                        "cancelled-at-mall",
                        values.column(Field.STATUS),
                        status,
                        "The mall has cancelled or taken back this line.");
            }
            line = line(values);
            Mapped mapped = new Mapped(
                    new ParsedRow(row.number(), row.cells(), orderId, line, null, null),
                    values.orderedAt(),
                    new IncomingOrder.Buyer(
                            values.text(Field.BUYER_NAME, MAX_NAME_CHARS),
                            values.text(Field.BUYER_PHONE, MAX_PHONE_CHARS),
                            values.text(Field.BUYER_EMAIL, MAX_NAME_CHARS)),
                    address(values),
                    cut(values.text(Field.NOTE), MAX_NOTE_CHARS));
            rules.check(values, line.quantity());
            return mapped;
        } catch (RowRejected rejected) {
            return new Mapped(
                    new ParsedRow(row.number(), row.cells(), orderId, line, rejected.rejection(), null),
                    null,
                    null,
                    null,
                    null);
        }
    }

    private IncomingOrder.Line line(RowValues values) {
        String lineId = rules.lineId(values);
        String listingId = rules.listingId(values);
        int quantity = values.quantity();
        return new IncomingOrder.Line(
                lineId,
                listingId,
                rules.skuCandidates(values),
                cut(title(values), MAX_TITLE_CHARS),
                quantity,
                rules.unitPrice(values, quantity));
    }

    /** Of a cancelled row only the identity matters, and even that may be missing. */
    private IncomingOrder.Line cancelledLine(RowValues values) {
        try {
            return line(values);
        } catch (RowRejected incomplete) {
            return null;
        }
    }

    private static String title(RowValues values) {
        String title = values.text(Field.TITLE);
        String option = values.text(Field.OPTION);
        if (title == null || option == null) {
            return title == null ? option : title;
        }
        return title + " (" + option + ")";
    }

    /** Null when the row does not say who receives it and where: pickup, or a mall that masks it. */
    private IncomingOrder.Address address(RowValues values) {
        String name = values.text(Field.RECIPIENT_NAME, MAX_NAME_CHARS);
        String line1 = values.text(Field.ADDRESS_1);
        if (name == null || line1 == null) {
            return null;
        }
        String line2 = values.text(Field.ADDRESS_2);
        return new IncomingOrder.Address(
                name,
                values.text(Field.RECIPIENT_PHONE, MAX_PHONE_CHARS),
                values.text(Field.POSTAL_CODE),
                header.template().country(),
                values.text(Field.REGION),
                values.text(Field.CITY),
                line1,
                line2 != null && line1.endsWith(line2) ? null : line2);
    }

    private void refuseUnreadable(SheetRow row) {
        if (!lossy) {
            return;
        }
        for (int i = 0; i < row.cells().size(); i++) {
            if (row.text(i).indexOf(UNREADABLE) >= 0) {
                String column =
                        i < header.header().size() ? header.header().get(i).strip() : null;
                throw new RowRejected(
                        "text-not-readable",
                        column,
                        row.text(i),
                        "The row has characters that are not in "
                                + header.template().charset() + ".");
            }
        }
    }

    private static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}

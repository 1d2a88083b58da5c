package io.onhand.portal.orders;

import com.vaadin.flow.router.QueryParameters;
import io.onhand.order.OrderSearch;
import io.onhand.order.OrderState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the list of orders shows, as it stands in the address. Whatever the address says wrongly counts as not said. */
record OrderFilter(View view, Since since, UUID channel, String number, UUID importId) {
    static final OrderFilter NONE = new OrderFilter(View.ALL, Since.EVER, null, null, null);

    /** The tabs. */
    enum View {
        ALL(null),
        TO_SHIP(OrderState.HELD),
        UNMATCHED(OrderState.UNMATCHED),
        BACKORDERED(OrderState.BACKORDERED),
        CANCELLED(OrderState.CANCELLED),
        REFUSED(OrderState.REFUSED);

        private final OrderState state;

        View(OrderState state) {
            this.state = state;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How far back. */
    enum Since {
        EVER(-1),
        TODAY(0),
        WEEK(6),
        MONTH(29);

        private final int daysBack;

        Since(int daysBack) {
            this.daysBack = daysBack;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Instant from(Clock clock, ZoneId zone) {
            if (daysBack < 0) return null;
            return LocalDate.now(clock.withZone(zone))
                    .minusDays(daysBack)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }

    static OrderFilter of(QueryParameters said) {
        View view = View.ALL;
        for (View one : View.values())
            if (one.code().equals(said.getSingleParameter("view").orElse(""))) view = one;
        Since since = Since.EVER;
        for (Since one : Since.values())
            if (one.code().equals(said.getSingleParameter("since").orElse(""))) since = one;
        return new OrderFilter(
                view, since, id(said, "channel"), said.getSingleParameter("q").orElse(null), id(said, "import"));
    }

    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        if (view != View.ALL) said.put("view", view.code());
        if (since != Since.EVER) said.put("since", since.code());
        if (channel != null) said.put("channel", channel.toString());
        if (number != null && !number.isBlank()) said.put("q", number.strip());
        if (importId != null) said.put("import", importId.toString());
        return QueryParameters.simple(said);
    }

    OrderSearch.Filter wanted(Clock clock, ZoneId zone) {
        String start = number == null || number.isBlank() ? null : number.strip();
        return new OrderSearch.Filter(view.state, channel, start, since.from(clock, zone), null, importId);
    }

    String numberOrEmpty() {
        return number == null ? "" : number;
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    OrderFilter withView(View other) {
        return new OrderFilter(other, since, channel, number, importId);
    }

    OrderFilter withSince(Since other) {
        return new OrderFilter(view, other == null ? Since.EVER : other, channel, number, importId);
    }

    OrderFilter withChannel(UUID other) {
        return new OrderFilter(view, since, other, number, importId);
    }

    OrderFilter withNumber(String other) {
        return new OrderFilter(view, since, channel, other, importId);
    }

    OrderFilter withoutImport() {
        return new OrderFilter(view, since, channel, number, null);
    }

    private static UUID id(QueryParameters said, String name) {
        try {
            return said.getSingleParameter(name).map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

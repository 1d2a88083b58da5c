package io.onhand.api.orders;

import io.onhand.canonical.IncomingOrder;
import io.onhand.order.OrderSearch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order with all that belongs to it. */
@Schema(name = "Order")
record OrderJson(
        UUID id,
        UUID channelId,
        @Schema(example = "Mall 01") String channelName,
        @Schema(example = "20261121-0001") String externalId,
        @Schema(example = "held") String state,
        @Schema(example = "api") String source,
        Instant placedAt,
        Instant acceptedAt,
        @Schema(example = "KRW") String currency,
        long totalMinor,
        Buyer buyer,
        Address shipTo,
        String note,
        @Schema(description = "The import that brought it.") UUID importId,
        List<Line> lines,
        List<Hold> holds,
        List<Event> events,

        @Schema(description = "Rises with each change; the ETag.")
        long version) {

    /** Who ordered. */
    @Schema(name = "Buyer")
    record Buyer(String name, String phone, String email) {
        static Buyer of(IncomingOrder.Buyer buyer) {
            return buyer == null ? null : new Buyer(buyer.name(), buyer.phone(), buyer.email());
        }
    }

    /** Where it goes. */
    @Schema(name = "Address")
    record Address(
            String name,
            String phone,
            String postalCode,
            String country,
            String region,
            String city,
            String line1,
            String line2) {
        static Address of(IncomingOrder.Address to) {
            return to == null
                    ? null
                    : new Address(
                            to.name(),
                            to.phone(),
                            to.postalCode(),
                            to.country(),
                            to.region(),
                            to.city(),
                            to.line1(),
                            to.line2());
        }
    }

    /** A line; each of its units is in exactly one state. */
    @Schema(name = "OrderLine")
    record Line(
            UUID id,
            @Schema(example = "1") String externalLineId,

            @Schema(example = "SP-1001", description = "The channel's own id of what was sold.")
            String listingId,

            @Schema(example = "MUG-BLK", description = "Absent while the listing waits to be linked.")
            String skuCode,

            String title,
            long unitPriceMinor,
            int quantity,

            @Schema(description = "Units that wait for their listing to be linked.")
            int unmatched,

            @Schema(description = "Units that wait for stock.")
            int backordered,

            int held,
            int shipped,
            int cancelled,
            int refused) {
        static Line of(OrderSearch.LineView line) {
            return new Line(
                    line.id(),
                    line.externalLineId(),
                    line.listingExternalId(),
                    line.skuCode(),
                    line.title(),
                    line.unitPriceMinor(),
                    line.quantity(),
                    line.unmatched(),
                    line.backordered(),
                    line.held(),
                    line.shipped(),
                    line.cancelled(),
                    line.refused());
        }
    }

    /** Units of a SKU at a location that a line holds. */
    @Schema(name = "OrderHold")
    record Hold(
            UUID lineId,
            @Schema(example = "MUG-BLK") String skuCode,
            @Schema(example = "SEOUL") String location,
            int quantity,

            @Schema(description = "Units that are still held.")
            int open,

            Instant since) {
        static Hold of(OrderSearch.HoldView hold) {
            return new Hold(hold.line(), hold.skuCode(), hold.location(), hold.quantity(), hold.open(), hold.since());
        }
    }

    /** Something that happened. */
    @Schema(name = "OrderEvent")
    record Event(
            Instant at,
            @Schema(example = "accepted") String kind,
            @Schema(example = "client:demo-partner") String actor,
            Map<String, Object> details) {
        static Event of(OrderSearch.Event event) {
            return new Event(event.at(), event.kind(), event.actor(), event.details());
        }
    }

    static OrderJson of(OrderSearch.Detail order) {
        OrderSearch.Head head = order.head();
        return new OrderJson(
                head.id(),
                head.channelId(),
                head.channelName(),
                head.externalId(),
                head.state().code(),
                head.source(),
                head.placedAt(),
                head.acceptedAt(),
                head.currency(),
                head.totalMinor(),
                Buyer.of(head.buyer()),
                Address.of(head.shipTo()),
                head.note(),
                head.importId(),
                order.lines().stream().map(Line::of).toList(),
                order.holds().stream().map(Hold::of).toList(),
                order.events().stream().map(Event::of).toList(),
                head.version());
    }
}

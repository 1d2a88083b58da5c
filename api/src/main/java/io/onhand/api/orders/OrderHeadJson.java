package io.onhand.api.orders;

import io.onhand.order.OrderSearch;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order in a list. */
@Schema(name = "OrderHead")
record OrderHeadJson(
        UUID id,
        UUID channelId,
        @Schema(example = "Mall 01") String channelName,
        @Schema(example = "20261121-0001") String externalId,
        @Schema(example = "held") String state,

        @Schema(example = "api", description = "webhook, poll, api or file.")
        String source,

        Instant placedAt,
        Instant acceptedAt,
        @Schema(example = "KRW") String currency,

        @Schema(description = "Sum of the lines in the currency's minor unit.")
        long totalMinor,

        @Schema(description = "Units ordered in all lines.") int units,
        long version) {

    static OrderHeadJson of(OrderSearch.Head head) {
        return new OrderHeadJson(
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
                head.units(),
                head.version());
    }
}

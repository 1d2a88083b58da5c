package io.onhand.api.orders;

import io.onhand.order.Accepted;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order that was taken. */
@Schema(name = "AcceptedOrder")
record AcceptedJson(
        @Schema(description = "Ours.") UUID id,
        UUID channelId,
        @Schema(example = "20261121-0001") String externalId,

        @Schema(example = "new", description = "new, duplicate or changed.")
        String outcome,

        @Schema(
                example = "held",
                description =
                        "unmatched, backordered, held, part-shipped, shipped, cancelled or refused (no stock, and the policy refuses).")
        String state) {

    static AcceptedJson of(Accepted accepted) {
        return new AcceptedJson(
                accepted.orderId(),
                accepted.channel(),
                accepted.externalId(),
                accepted.outcome().name().toLowerCase(Locale.ROOT),
                accepted.state().code());
    }
}

package io.onhand.api.orders;

import io.onhand.api.http.Problem;
import io.onhand.order.Accepted;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one order of a batch. */
@Schema(name = "OrderResult")
record OrderResultJson(
        @Schema(description = "Place of the order in the request, from 0.")
        int index,

        UUID channelId,
        @Schema(example = "20261121-0001") String externalId,

        @Schema(
                example = "new",
                description = "new, duplicate (the same order again), changed (the difference was written) or refused.")
        String outcome,

        @Schema(description = "Ours; absent when refused.") UUID orderId,

        @Schema(example = "held", description = "State of the order afterwards; absent when refused.")
        String state,

        @Schema(description = "Why it was refused.") Problem problem) {

    static OrderResultJson of(int index, Accepted accepted) {
        return new OrderResultJson(
                index,
                accepted.channel(),
                accepted.externalId(),
                accepted.outcome().name().toLowerCase(Locale.ROOT),
                accepted.orderId(),
                accepted.state() == null ? null : accepted.state().code(),
                accepted.refusal() == null ? null : Problem.of(accepted.refusal()));
    }

    static OrderResultJson refused(int index, OrderInput order, Problem problem) {
        return new OrderResultJson(index, order.channelId(), order.externalId(), "refused", null, null, problem);
    }
}

package io.onhand.api.parked;

import io.onhand.relay.ParkedMessages.Parked;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A parked message. */
@Schema(name = "ParkedMessage")
record ParkedMessageJson(
        UUID id,

        @Schema(example = "in", description = "`in` from a channel, `out` of ours.")
        String direction,

        UUID channelId,
        @Schema(example = "Mall 01") String channelName,

        @Schema(description = "The channel's event id, or the kind of the outgoing message.")
        String about,

        Instant receivedAt,
        Instant parkedAt,
        int attempts,

        @Schema(description = "Why the last attempt failed.")
        String error,

        @Schema(description = "The beginning of what came in.")
        String payload) {

    static ParkedMessageJson of(Parked parked) {
        return new ParkedMessageJson(
                parked.id(),
                parked.direction(),
                parked.channel(),
                parked.channelName(),
                parked.about(),
                parked.receivedAt(),
                parked.parkedAt(),
                parked.attempts(),
                parked.error(),
                parked.payload());
    }
}

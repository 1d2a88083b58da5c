package io.onhand.api.parked;

import io.onhand.relay.MessageError;
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

        @Schema(description = "Why the last attempt failed, in English.")
        String error,

        @Schema(
                example = "number-out-of-range",
                description =
                        "What kind of failure it was: a code as problems have it, `message-unreadable`, or `message-failed`.")
        String errorCode,

        @Schema(example = "lines[0].quantity", description = "What it is about; absent when it is not about one field.")
        String errorField,

        @Schema(description = "The beginning of what came in.")
        String payload) {

    static ParkedMessageJson of(Parked parked) {
        MessageError error = parked.error();
        return new ParkedMessageJson(
                parked.id(),
                parked.direction(),
                parked.channel(),
                parked.channelName(),
                parked.about(),
                parked.receivedAt(),
                parked.parkedAt(),
                parked.attempts(),
                error == null ? null : error.words(),
                error == null ? null : error.code(),
                error == null ? null : error.field(),
                parked.payload());
    }
}

package io.onhand.api.channels;

import io.onhand.channel.Channel;
import io.onhand.channel.ChannelError;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel as it is. */
@Schema(name = "Channel")
record ChannelJson(
        UUID id,
        @Schema(example = "sandbox") String connector,
        @Schema(example = "Mall 01") String name,

        @Schema(example = "active", description = "active or paused.")
        String state,

        @Schema(description = "Without the secrets.") Map<String, String> settings,
        PolicyJson policy,

        @Schema(description = "Whether it can be told stock.")
        boolean publishes,

        @Schema(description = "Failures in a row.") int failures,

        @Schema(description = "Until when it is left alone after failures.")
        Instant circuitOpenUntil,

        @Schema(
                enumeration = {"unavailable", "throttled", "unauthorized", "refused"},
                description =
                        "What kind of failure the last one was: out of reach or out of order; asked too often; does"
                                + " not accept the credentials; did not accept a request.")
        String lastErrorKind,

        @Schema(description = "What the channel said of it.")
        String lastError,

        Instant lastErrorAt,
        Instant lastSuccessAt,

        @Schema(description = "Listings that wait to be linked.")
        int unmatchedListings,

        @Schema(example = "/hooks/sandbox/0198c2a4-8a57-7c3e-b6b1-0f2d6f4f5a10", description = "Where its webhooks go.")
        String webhookPath,

        @Schema(description = "Rises with each change; the ETag.")
        long version,

        Instant createdAt) {

    static ChannelJson of(Channel channel, Function<UUID, String> codes) {
        ChannelError error = channel.lastError();
        return new ChannelJson(
                channel.id(),
                channel.connector(),
                channel.name(),
                channel.state(),
                channel.settings(),
                PolicyJson.of(channel.policy(), codes),
                channel.publishes(),
                channel.failures(),
                channel.circuitOpenUntil(),
                error == null || error.kind() == null ? null : error.kind().code(),
                error == null ? null : error.words(),
                error == null ? null : error.at(),
                channel.lastSuccessAt(),
                channel.unmatched(),
                "/hooks/" + channel.connector() + "/" + channel.id(),
                channel.version(),
                channel.createdAt());
    }
}

package io.onhand.api.channels;

import io.onhand.channel.ChannelPolicy;
import io.onhand.location.Locations;
import io.onhand.refusal.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a channel may offer, and from where. What is not said is 0 or none. */
@Schema(name = "ChannelPolicy")
record PolicyJson(
        @Schema(
                example = "[\"SEOUL\"]",
                description = "Codes of the locations that serve the channel, in the order of preference.")
        @Size(max = 200)
        List<@NotBlank @Size(max = 60) String> network,

        @Schema(description = "Units that the channel never sees.") @Min(0) @Max(1_000_000)
        Integer bufferUnits,

        @Schema(description = "Per cent of the network's units that it never sees; the larger buffer counts.")
        @Min(0)
        @Max(100)
        Integer bufferPercent,

        @Schema(description = "Most units to show; none when not said.") @Min(0) @Max(1_000_000)
        Integer maxListed,

        @Schema(description = "Show 0 when at most so many are left after the buffer.") @Min(0) @Max(1_000_000)
        Integer zeroAtOrBelow,

        @Schema(description = "What to do with an order without stock; the tenant's own policy when not said.")
        @Pattern(regexp = "backorder|partial|refuse", message = "must be backorder, partial or refuse")
        String outOfStock,

        @Schema(readOnly = true, description = "Which version of the policy this is. Not looked at in requests.")
        Integer version) {

    static PolicyJson of(ChannelPolicy policy, Function<UUID, String> codes) {
        return new PolicyJson(
                policy.network().stream().map(codes).toList(),
                policy.bufferUnits(),
                policy.bufferPercent(),
                policy.maxListed(),
                policy.zeroAtOrBelow(),
                policy.outOfStock(),
                policy.version());
    }

    /** @throws Refusal {@code location-unknown} */
    ChannelPolicy wanted(Locations locations, String prefix) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; network != null && i < network.size(); i++) {
            ids.add(id(locations, network.get(i), prefix + "network[" + i + "]"));
        }
        return new ChannelPolicy(
                0, ids, orZero(bufferUnits), orZero(bufferPercent), maxListed, orZero(zeroAtOrBelow), outOfStock);
    }

    private static UUID id(Locations locations, String code, String field) {
        try {
            return locations.get(code).id();
        } catch (Refusal unknown) {
            throw Refusal.invalid("location-unknown", field, "No location " + code);
        }
    }

    private static int orZero(Integer value) {
        return value == null ? 0 : value;
    }
}

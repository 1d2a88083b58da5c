package io.onhand.api.availability;

import io.onhand.stock.Availability;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one channel may offer of one SKU. */
@Schema(name = "Availability")
record AvailabilityJson(
        @Schema(example = "MUG-BLK") String sku,
        UUID channelId,

        @Schema(example = "4", description = "Units that the channel may offer, after its policy.")
        int available,

        @Schema(example = "5", description = "Whole units that the channel's network can make.")
        int networkUnits,

        @Schema(description = "The version of the policy that made the number.")
        int policyVersion,

        @Schema(description = "Every part of the number; with explain=true.")
        ExplanationJson explanation) {

    static AvailabilityJson of(String sku, Availability.Answer answer) {
        return new AvailabilityJson(
                sku, answer.channel(), answer.ats(), answer.networkUnits(), answer.policyVersion(), null);
    }

    static AvailabilityJson of(String sku, Availability.Explanation explanation) {
        return new AvailabilityJson(
                sku,
                explanation.channel(),
                explanation.ats(),
                explanation.networkUnits(),
                explanation.policy().version(),
                ExplanationJson.of(explanation));
    }
}

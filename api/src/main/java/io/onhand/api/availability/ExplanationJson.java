package io.onhand.api.availability;

import io.onhand.stock.Availability;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that made a number. */
@Schema(name = "AvailabilityExplanation")
record ExplanationJson(
        @Schema(description = "When it was true.") Instant at,

        @Schema(description = "Units that the buffer kept back.")
        int bufferUnits,

        Rules policy,

        @Schema(description = "One for each leaf SKU at each location of the network.")
        List<Part> parts,

        @Schema(description = "The newest open holds on those parts, at most 100.")
        List<HeldBy> holds) {

    /** The policy that made the number. */
    @Schema(name = "AvailabilityRules")
    record Rules(int version, int bufferUnits, int bufferPercent, Integer maxListed, int zeroAtOrBelow) {}

    /** One leaf at one location. */
    @Schema(name = "AvailabilityPart")
    record Part(
            @Schema(example = "SEOUL") String location,
            @Schema(example = "MUG-BLK") String sku,

            @Schema(description = "Units of the leaf in one unit of the SKU.")
            int perUnit,

            int onHand,
            int reserved,
            int safetyStock,

            @Schema(description = "On hand less reserved less safety stock, never below 0.")
            int free,

            @Schema(description = "Whole units of the SKU that this leaf allows here.")
            int units,

            @Schema(description = "An inactive location counts as 0.")
            boolean active) {}

    /** Units that an order holds. */
    @Schema(name = "AvailabilityHold")
    record HeldBy(
            UUID orderId,
            String externalOrderId,
            String channelName,
            String location,
            String sku,
            int units,
            Instant since) {}

    static ExplanationJson of(Availability.Explanation explanation) {
        var policy = explanation.policy();
        return new ExplanationJson(
                explanation.at(),
                explanation.bufferUnits(),
                new Rules(
                        policy.version(),
                        policy.bufferUnits(),
                        policy.bufferPercent(),
                        policy.maxListed(),
                        policy.zeroAtOrBelow()),
                explanation.parts().stream()
                        .map(part -> new Part(
                                part.location(),
                                part.leaf(),
                                part.perUnit(),
                                part.onHand(),
                                part.reserved(),
                                part.safetyStock(),
                                part.free(),
                                part.units(),
                                part.active()))
                        .toList(),
                explanation.holds().stream()
                        .map(hold -> new HeldBy(
                                hold.order(),
                                hold.orderNumber(),
                                hold.channel(),
                                hold.location(),
                                hold.leaf(),
                                hold.units(),
                                hold.since()))
                        .toList());
    }
}

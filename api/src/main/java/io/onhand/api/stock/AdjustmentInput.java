package io.onhand.api.stock;

import io.onhand.stock.Adjustment;
import io.onhand.tenant.Ids;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Units that are found, lost, received or given away. */
@Schema(name = "AdjustmentInput")
record AdjustmentInput(
        @Schema(
                description =
                        "Yours; the same one again changes nothing. Send it, or an Idempotency-Key, so that a retry is safe.")
        UUID id,

        @Schema(example = "MUG-BLK") @NotBlank @Size(max = 100)
        String sku,

        @Schema(example = "SEOUL") @NotBlank @Size(max = 60) String location,

        @Schema(example = "-1", description = "Units to add or, negative, to take; not 0.")
        @NotNull
        @Min(-10_000_000)
        @Max(10_000_000)
        Integer delta,

        @Schema(example = "damaged") @NotBlank @Size(max = 100)
        String reason,

        @Size(max = 500) String note) {
    Adjustment adjustment() {
        return new Adjustment(id == null ? Ids.next() : id, sku, location, delta, reason, note);
    }
}

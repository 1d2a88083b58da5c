package io.onhand.api.stock;

import io.onhand.stock.Count;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says is on hand. */
@Schema(name = "CountInput")
record CountInput(
        @Schema(description = "Yours; the same one again changes nothing.")
        UUID id,

        @Schema(example = "MUG-BLK") @NotBlank @Size(max = 100)
        String sku,

        @Schema(example = "SEOUL") @NotBlank @Size(max = 60) String location,

        @Schema(example = "5") @NotNull @Min(0) @Max(10_000_000)
        Integer quantity,

        @Schema(
                description =
                        "The moment that the number speaks of; what moved since then is added to it. Now when not said.")
        Instant asOf,

        @Schema(description = "Compare and set: the units on hand that you believe in. Another number is refused.")
        @Min(0)
        Integer expected,

        @Schema(example = "count", defaultValue = "count") @Size(min = 1, max = 100)
        String reason) {
    Count count() {
        return new Count(id, sku, location, quantity, asOf, expected, reason == null ? "count" : reason);
    }
}

package io.onhand.api.stock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Units of a SKU at a location that are kept out of sale. */
@Schema(name = "SafetyStockInput")
record SafetyStockInput(
        @Schema(example = "MUG-BLK") @NotBlank @Size(max = 100)
        String sku,

        @Schema(example = "SEOUL") @NotBlank @Size(max = 60) String location,

        @Schema(example = "2") @NotNull @Min(0) @Max(10_000_000)
        Integer quantity) {}

package io.onhand.api.skus;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Units of another SKU in one unit of a bundle. */
@Schema(name = "SkuComponent")
record ComponentJson(
        @Schema(example = "MUG-BLK") @NotBlank @Size(max = 100)
        String code,

        @Schema(example = "1") @NotNull @Min(1) @Max(10_000) Integer quantity) {}

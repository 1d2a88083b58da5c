package io.onhand.api.skus;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another name of a SKU, unique by type and value. Kept as text. */
@Schema(name = "SkuIdentifier")
record IdentifierJson(
        @Schema(example = "ean13") @NotBlank @Size(max = 40) String type,

        @Schema(example = "8801234567893") @NotBlank @Size(max = 100)
        String value) {}

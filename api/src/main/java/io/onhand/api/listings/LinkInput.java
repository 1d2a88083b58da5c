package io.onhand.api.listings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The SKU that a listing stands for. */
@Schema(name = "LinkInput")
record LinkInput(
        @Schema(example = "MUG-BLK") @NotBlank @Size(max = 100)
        String skuCode) {}

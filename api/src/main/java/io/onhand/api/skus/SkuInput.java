package io.onhand.api.skus;

import io.onhand.catalog.Sku;
import io.onhand.catalog.SkuDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A SKU as the merchant wants it. Identifiers and components replace those that were there. */
@Schema(name = "SkuInput")
record SkuInput(
        @Schema(example = "Wool cap") @NotBlank @Size(max = 300)
        String name,

        @Schema(example = "ea", defaultValue = "ea", description = "What one of it is; quantities are whole units.")
        @Size(min = 1, max = 20)
        String unit,

        @Schema(defaultValue = "true") Boolean active,
        @Size(max = 50) List<@NotNull @Valid IdentifierJson> identifiers,

        @Schema(description = "What a bundle is made of. A bundle has no stock of its own.") @Size(max = 50)
        List<@NotNull @Valid ComponentJson> components) {

    SkuDraft named(String code) {
        return new SkuDraft(
                code,
                name,
                unit == null ? "ea" : unit,
                active == null || active,
                identifiers == null
                        ? List.of()
                        : identifiers.stream()
                                .map(id -> new Sku.Identifier(id.type(), id.value()))
                                .toList(),
                components == null
                        ? List.of()
                        : components.stream()
                                .map(part -> new Sku.Component(part.code(), part.quantity()))
                                .toList());
    }
}

package io.onhand.api.skus;

import io.onhand.catalog.Sku;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A SKU as it is. */
@Schema(name = "Sku")
record SkuJson(
        UUID id,
        @Schema(example = "CAP-09") String code,
        @Schema(example = "Wool cap") String name,
        @Schema(example = "ea") String unit,
        boolean active,
        List<IdentifierJson> identifiers,
        List<ComponentJson> components,

        @Schema(description = "Rises with each change; the ETag.")
        long version) {

    static SkuJson of(Sku sku) {
        return new SkuJson(
                sku.id(),
                sku.code(),
                sku.name(),
                sku.unit(),
                sku.active(),
                sku.identifiers().stream()
                        .map(id -> new IdentifierJson(id.type(), id.value()))
                        .toList(),
                sku.components().stream()
                        .map(part -> new ComponentJson(part.code(), part.quantity()))
                        .toList(),
                sku.version());
    }
}

package io.onhand.api.availability;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers for several SKUs or channels. */
@Schema(name = "AvailabilityList")
record AvailabilityList(
        List<AvailabilityJson> items,

        @Schema(description = "Asked codes that no SKU has.")
        List<String> unknown) {}

package io.onhand.api.locations;

import io.onhand.location.Location;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A location as it is. */
@Schema(name = "Location")
record LocationJson(
        UUID id,
        @Schema(example = "SEOUL") String code,
        @Schema(example = "Seoul warehouse") String name,
        @Schema(example = "warehouse") String kind,
        @Schema(example = "Asia/Seoul") String timeZone,
        @Schema(example = "KR") String country,
        String region,
        String city,
        String line1,
        String postalCode,
        boolean active,

        @Schema(description = "Rises with each change; the ETag.")
        long version) {

    static LocationJson of(Location location) {
        return new LocationJson(
                location.id(),
                location.code(),
                location.name(),
                location.kind(),
                location.timeZone(),
                location.country(),
                location.region(),
                location.city(),
                location.line1(),
                location.postalCode(),
                location.active(),
                location.version());
    }
}

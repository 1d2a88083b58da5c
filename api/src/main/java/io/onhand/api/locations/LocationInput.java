package io.onhand.api.locations;

import io.onhand.location.Location;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A location as the merchant wants it. */
@Schema(name = "LocationInput")
record LocationInput(
        @Schema(example = "Seoul warehouse") @NotBlank @Size(max = 200)
        String name,

        @Schema(example = "warehouse")
        @NotNull
        @Pattern(
                regexp = "warehouse|store|3pl|pickup-point|supplier",
                message = "must be warehouse, store, 3pl, pickup-point or supplier")
        String kind,

        @Schema(example = "Asia/Seoul", description = "IANA time zone.") @NotBlank @Size(max = 60)
        String timeZone,

        @Schema(example = "KR", description = "ISO 3166-1 alpha-2.") @Pattern(regexp = "[A-Z]{2}")
        String country,

        @Size(max = 200) String region,
        @Size(max = 200) String city,
        @Size(max = 300) String line1,
        @Size(max = 20) String postalCode,

        @Schema(description = "An inactive place serves no order and counts for no channel.", defaultValue = "true")
        Boolean active) {

    Location named(String code) {
        return new Location(
                null,
                code,
                name,
                kind,
                timeZone,
                country,
                region,
                city,
                line1,
                postalCode,
                active == null || active,
                0);
    }
}

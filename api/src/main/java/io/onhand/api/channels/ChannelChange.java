package io.onhand.api.channels;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Name and settings of a connected channel. A secret that is not named stays as it is. */
@Schema(name = "ChannelChange")
record ChannelChange(
        @Schema(example = "Mall 01") @NotBlank @Size(max = 200)
        String name,

        @Size(max = 50) Map<@NotBlank @Size(max = 100) String, @Size(max = 4000) String> settings) {
    Map<String, String> settingsOrNone() {
        return settings == null ? Map.of() : settings;
    }
}

package io.onhand.api.channels;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel to connect. */
@Schema(name = "ChannelInput")
record ChannelInput(
        @Schema(example = "sandbox", description = "Id of a connector.") @NotBlank @Size(max = 100)
        String connector,

        @Schema(example = "Mall 01", description = "Unique in the tenant.") @NotBlank @Size(max = 200)
        String name,

        @Schema(
                example =
                        "{\"url\":\"http://localhost:8090\",\"shop\":\"shop01\",\"clientSecret\":\"shop01-secret\",\"webhookSecret\":\"whsec_c2hvcDAx\"}",
                description = "By the names that the connector declares; secrets are encrypted and never shown again.")
        @Size(max = 50)
        Map<@NotBlank @Size(max = 100) String, @Size(max = 4000) String> settings,

        @NotNull @Valid PolicyJson policy) {
    Map<String, String> settingsOrNone() {
        return settings == null ? Map.of() : settings;
    }
}

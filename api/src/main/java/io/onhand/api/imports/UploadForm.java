package io.onhand.api.imports;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of a multipart upload, for the documentation. */
@Schema(
        name = "UploadForm",
        requiredProperties = {"channel", "file"})
record UploadForm(
        @Schema(description = "A channel whose connector reads files.")
        UUID channel,

        @Schema(type = SchemaType.STRING, format = "binary", description = "The file with its name.")
        String file,

        @Schema(description = "Of the file, when it has one.")
        String password) {}

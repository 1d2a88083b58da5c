package io.onhand.api.imports;

import io.onhand.api.http.HttpRefusal;
import io.onhand.api.http.Query;
import io.onhand.imports.Imports;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A file as it was sent, read into memory. */
record Upload(UUID channel, String fileName, byte[] content, String password) {
    private static final int MOST_PASSWORD_BYTES = 1000;

    /** The parts {@code channel}, {@code file} and perhaps {@code password}. */
    static Upload of(List<EntityPart> parts) {
        if (parts == null) {
            throw HttpRefusal.malformed("body-missing", null, "Send a form with the parts channel and file");
        }
        String channel = null;
        String fileName = null;
        byte[] content = null;
        String password = null;
        for (EntityPart part : parts) {
            switch (part.getName()) {
                case "channel" -> channel = text(part);
                case "password" -> password = text(part);
                case "file" -> {
                    fileName = part.getFileName().orElse(null);
                    content = read(part.getContent());
                }
                default ->
                    throw HttpRefusal.malformed(
                            "unknown-field",
                            part.getName(),
                            "There is no part " + part.getName() + " here; known: channel, file, password");
            }
        }
        if (content == null) {
            throw HttpRefusal.malformed("file-missing", "file", "Send the file as the part file");
        }
        return new Upload(
                Query.requiredId("channel", channel), Query.required("file name", fileName), content, password);
    }

    /** At most as much as an import takes. */
    static byte[] read(InputStream in) {
        return read(in, Imports.MAX_BYTES);
    }

    private static String text(EntityPart part) {
        String text = new String(read(part.getContent(), MOST_PASSWORD_BYTES), StandardCharsets.UTF_8);
        return Query.text(part.getName(), text);
    }

    private static byte[] read(InputStream in, int most) {
        try {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw HttpRefusal.of(413, "body-too-large", "At most " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return fileName + " for channel " + channel;
    }
}

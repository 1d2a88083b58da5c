package io.onhand.acceptance.journey;

import static io.onhand.acceptance.running.RunningProduct.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.PartnerApi;
import java.util.Set;

/** Somebody who imports order files: uploads, looks, commits, undoes, and waits for each to be done. */
final class ImportDesk {
    private static final Set<String> AT_WORK = Set.of("uploaded", "committing", "undoing");

    private final PartnerApi api;

    ImportDesk(PartnerApi api) {
        this.api = api;
    }

    /** Uploads a sample to its channel and returns the import when it was read. */
    JsonNode upload(ExportSamples.Sample sample) {
        return upload(sample.channel(), sample.fileName(), sample.bytes(), sample.password());
    }

    /** Uploads a file and returns the import when it was read, previewed or failed. */
    JsonNode upload(String channel, String fileName, byte[] file, String password) {
        return done(api.upload(channelId(channel), fileName, file, password).expect(202));
    }

    /** Commits and returns the import when that is done. */
    JsonNode commit(JsonNode run) {
        return done(api.post(path(run) + "/commit", null).expect(202));
    }

    /** Undoes and returns the import when that is done. */
    JsonNode undo(JsonNode run) {
        return done(api.post(path(run) + "/undo", null).expect(202));
    }

    private JsonNode done(JsonNode run) {
        return eventually(
                () -> api.get(path(run)).expect(200),
                now -> !AT_WORK.contains(now.path("state").asText()));
    }

    private static String path(JsonNode run) {
        return "/imports/" + run.path("id").asText();
    }

    private String channelId(String name) {
        return api.all("/channels").stream()
                .filter(channel -> channel.path("name").asText().equals(name))
                .map(channel -> channel.path("id").asText())
                .findFirst()
                .orElseThrow();
    }
}

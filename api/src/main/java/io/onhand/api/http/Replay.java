package io.onhand.api.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** An answer that was given before, given again. */
final class Replay {
    /** Tells that it was given before. */
    static final String HEADER = "Idempotent-Replayed";

    private Replay() {}

    static Response of(IdempotencyKeys.Given given) {
        Response.ResponseBuilder response = Response.status(given.status()).header(HEADER, "true");
        if (given.body() != null) {
            response.entity(given.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (given.location() != null) {
            response.location(URI.create(given.location()));
        }
        return response.build();
    }
}

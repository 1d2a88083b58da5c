package io.onhand.sandbox;

import java.util.HashMap;
import java.util.Map;

/**
 * What goes back over the wire.
 *
 * @param status HTTP status
 * @param body JSON, or empty for none
 * @param headers beside Content-Type and Content-Length
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
record Answer(int status, byte[] body, Map<String, String> headers) {
    private static final byte[] NOTHING = {};

    static Answer ok(Object body) {
        return new Answer(200, Json.bytes(body), Map.of());
    }

    static Answer created(Object body) {
        return new Answer(201, Json.bytes(body), Map.of());
    }

    static Answer accepted(Object body) {
        return new Answer(202, Json.bytes(body), Map.of());
    }

    static Answer noContent() {
        return new Answer(204, NOTHING, Map.of());
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, body, all);
    }
}

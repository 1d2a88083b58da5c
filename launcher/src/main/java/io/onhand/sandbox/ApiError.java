package io.onhand.sandbox;

import java.util.Map;

/** A request that the marketplace refuses: HTTP status, stable code, words, and the field that is wrong (or null). */
final class ApiError extends RuntimeException {
    private final int status;
    private final String code;
    private final String field;
    private final Map<String, String> headers;

    ApiError(int status, String code, String field, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
        this.headers = headers;
    }

    static ApiError invalid(String code, String field, String message) {
        return new ApiError(422, code, field, message, Map.of());
    }

    static ApiError malformed(String message) {
        return new ApiError(400, "malformed_json", null, message, Map.of());
    }

    static ApiError notFound(String code, String message) {
        return new ApiError(404, code, null, message, Map.of());
    }

    static ApiError unauthorized(String code, String message) {
        return new ApiError(401, code, null, message, Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    Answer toAnswer() {
        var body = Json.object().put("code", code).put("message", getMessage()).put("field", field);
        return new Answer(status, Json.bytes(body), headers);
    }
}

package io.onhand.api.http;

import java.util.List;

/** An expected failure that belongs to HTTP and not to the product: malformed input, a missing token, a wrong version. */
public final class HttpRefusal extends RuntimeException {
    private final int status;
    private final String code;
    private final String field;
    private final transient List<InputError> errors;
    private final long retryAfterSeconds;

    private HttpRefusal(
            int status, String code, String field, String message, List<InputError> errors, long retryAfterSeconds) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
        this.errors = List.copyOf(errors);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The request cannot be read: 400. */
    public static HttpRefusal malformed(String code, String field, String message) {
        return new HttpRefusal(400, code, field, message, List.of(), 0);
    }

    /** The request can be read, and these inputs are wrong: 422. At least one error. */
    static HttpRefusal invalid(List<InputError> errors) {
        InputError first = errors.get(0);
        return new HttpRefusal(422, "invalid-input", first.field(), first.field() + " " + first.detail(), errors, 0);
    }

    /** Any other expected answer. */
    public static HttpRefusal of(int status, String code, String message) {
        return new HttpRefusal(status, code, null, message, List.of(), 0);
    }

    /** The same answer, with the time after which the request may succeed. */
    public HttpRefusal retryAfter(long seconds) {
        return new HttpRefusal(status, code, field, getMessage(), errors, seconds);
    }

    /** Seconds; 0 when a repeat will not help. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    Problem problem() {
        return Problem.of(status, code, getMessage()).at(field).errors(errors);
    }
}

package io.onhand.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a request was answered with.
 *
 * @param request method and address, for messages
 * @param status the HTTP status
 * @param headers the header fields
 * @param body the bytes of the body, none when there is none
 */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {
    /** The body as JSON; a missing node when it is empty or something else. */
    public JsonNode json() {
        boolean isJson = header("Content-Type").contains("json");
        if (!isJson || body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(this + ": not JSON", e);
        }
    }

    /** The first value of a header field, empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The stable code of a problem, empty when the answer is none. */
    public String code() {
        return json().path("code").asText();
    }

    /** The field that a problem is about, empty when there is none. */
    public String field() {
        return json().path("field").asText();
    }

    /**
     * The body of an answer with one of these statuses.
     *
     * @throws UnexpectedAnswer when the status is another
     */
    public JsonNode expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedAnswer("expected " + Arrays.toString(statuses) + ", but " + this);
        }
        return json();
    }

    @Override
    public String toString() {
        return request + " answered " + status + ": " + new String(body, StandardCharsets.UTF_8);
    }
}

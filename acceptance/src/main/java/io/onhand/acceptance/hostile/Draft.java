package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request before it is sent: well-meant at first, then spoiled in one place. Values of addresses are as they go over the wire. */
final class Draft {
    private static final ObjectWriter ASCII =
            Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

    private final Operation operation;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final List<Pair> query = new ArrayList<>();
    private final List<Pair> headers = new ArrayList<>();
    private String method;
    private JsonNode body;
    private byte[] bytes;
    private String contentType;
    private boolean chunked;
    private Spoiled spoiled = Spoiled.NOT;

    /** A parameter or a header field. */
    record Pair(String name, String value) {}

    private Draft(Operation operation) {
        this.operation = operation;
        this.method = operation.method();
    }

    /** A request that the operation takes. */
    static Draft wellMeant(Operation operation, Sample sample) {
        Draft draft = new Draft(operation);
        String named = null;
        for (Parameter parameter : operation.in("path")) {
            named = sample.path(operation, parameter);
            draft.path.put(parameter.name(), Http.encode(named));
        }
        for (Parameter parameter : operation.in("query")) {
            if (parameter.required()) {
                draft.query.add(new Pair(parameter.name(), Http.encode(sample.parameter(operation, parameter))));
            }
        }
        draft.contentType = operation.bodyType();
        if (operation.takesJson()) {
            draft.body = sample.body(operation, named);
        } else if (operation.bodyType() != null) {
            sample.file(draft);
        }
        return draft;
    }

    Operation operation() {
        return operation;
    }

    /** Raw values of the parameters in the path. */
    Map<String, String> path() {
        return path;
    }

    List<Pair> query() {
        return query;
    }

    List<Pair> headers() {
        return headers;
    }

    JsonNode body() {
        return body;
    }

    Spoiled spoiled() {
        return spoiled;
    }

    Draft spoiled(Spoiled how) {
        this.spoiled = how;
        return this;
    }

    Draft method(String other) {
        this.method = other;
        return this;
    }

    Draft body(JsonNode other) {
        this.body = other;
        return this;
    }

    /** What is sent as the body, whatever the rest says. */
    Draft bytes(byte[] raw) {
        this.bytes = raw;
        return this;
    }

    Draft contentType(String other) {
        this.contentType = other;
        return this;
    }

    Draft chunked() {
        this.chunked = true;
        return this;
    }

    /** Whether it may change nothing, even when it is taken. */
    boolean reads() {
        return List.of("GET", "HEAD", "OPTIONS").contains(method);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** The bytes of the body. */
    byte[] content() {
        if (bytes != null) {
            return bytes;
        }
        if (body == null) {
            return new byte[0];
        }
        try {
            // Half of a surrogate pair can be said in ASCII only.
            return ASCII.writeValueAsString(body).getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Path and query as they go over the wire. */
    String target() {
        String target = operation.path();
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            target = target.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        if (!query.isEmpty()) {
            target += "?"
                    + String.join(
                            "&",
                            query.stream()
                                    .map(pair -> pair.value() == null ? pair.name() : pair.name() + "=" + pair.value())
                                    .toList());
        }
        return target;
    }

    /**
     * All of it as it goes over the wire.
     *
     * @param token null: none
     */
    byte[] message(String token) {
        byte[] content = content();
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\nHost: localhost\r\n");
        if (token != null) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (contentType != null && !contentType.isEmpty()) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        headers.forEach(field ->
                head.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        if (chunked) {
            message.writeBytes(ascii(head + "Transfer-Encoding: chunked\r\n\r\n"));
            int half = content.length / 2;
            chunk(message, content, 0, half);
            chunk(message, content, half, content.length - half);
            message.writeBytes(ascii("0\r\n\r\n"));
        } else {
            if (content.length > 0 || contentType != null) {
                head.append("Content-Length: ").append(content.length).append("\r\n");
            }
            message.writeBytes(ascii(head + "\r\n"));
            message.writeBytes(content);
        }
        return message.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream message, byte[] content, int from, int length) {
        if (length > 0) {
            message.writeBytes(ascii(Integer.toHexString(length) + "\r\n"));
            message.write(content, from, length);
            message.writeBytes(ascii("\r\n"));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Enough of it to see what was sent. */
    @Override
    public String toString() {
        String shown = method + " " + target();
        String sent = new String(content(), StandardCharsets.UTF_8);
        return (shown.length() > 300 ? shown.substring(0, 300) + "…" : shown) + " " + headers + " " + contentType + " "
                + (sent.length() > 1000 ? sent.substring(0, 1000) + "… (" + sent.length() + " characters)" : sent);
    }
}

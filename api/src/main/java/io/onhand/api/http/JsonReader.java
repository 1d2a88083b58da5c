package io.onhand.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;

/**
 * Reads a JSON body into its record: bounded, strict, and held to the record's constraints. Being for records, it is nearer
 * to them than the server's own reader of any object.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JsonReader implements MessageBodyReader<Record> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        requireUtf8(media);
        byte[] bytes = read(in, Batch.class.isAssignableFrom(type) ? Limits.BATCH_BYTES : Limits.JSON_BYTES, headers);
        if (bytes.length == 0) {
            throw missing();
        }
        requireUtf8(bytes);
        Record body = parse(bytes, type);
        Checks.require(body);
        return body;
    }

    private static Record parse(byte[] bytes, Class<Record> type) throws IOException {
        Record body;
        try {
            body = Json.MAPPER.readValue(bytes, type);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
        if (body == null) {
            throw missing();
        }
        return body;
    }

    static HttpRefusal missing() {
        return HttpRefusal.malformed("body-missing", null, "Send a JSON object as the body");
    }

    private static byte[] read(InputStream in, int limit, MultivaluedMap<String, String> headers) throws IOException {
        byte[] bytes = declared(headers) > limit ? null : in.readNBytes(limit + 1);
        if (bytes == null || bytes.length > limit) {
            throw HttpRefusal.of(
                    413, "body-too-large", "A body of this operation has at most " + limit / (1024 * 1024) + " MiB");
        }
        return bytes;
    }

    /** The length that the head declares; 0 when it does not. */
    static long declared(MultivaluedMap<String, String> headers) {
        String length = headers.getFirst("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    /** Jackson would read UTF-16 and UTF-32 as well. JSON in UTF-8 holds no zero byte and starts with none of their marks. */
    private static void requireUtf8(byte[] bytes) {
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0 || (bytes[i] & 0xfe) == 0xfe) {
                throw HttpRefusal.malformed("malformed-json", null, "JSON is sent in UTF-8");
            }
        }
    }

    private static void requireUtf8(MediaType media) {
        String charset = media.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw HttpRefusal.of(415, "unsupported-media-type", "JSON is sent in UTF-8");
        }
    }
}

package io.onhand.api.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * What an operation answers when it went well.
 *
 * @param status HTTP status
 * @param body the JSON body; null for none
 * @param location where the made thing is; null for none
 * @param version of the thing, sent as ETag; null for none
 */
public record Answer(int status, Object body, String location, Long version) {
    public static Answer ok(Object body) {
        return new Answer(200, body, null, null);
    }

    public static Answer created(Object body, String location) {
        return new Answer(201, body, location, null);
    }

    /** Work goes on after the answer. */
    public static Answer accepted(Object body, String location) {
        return new Answer(202, body, location, null);
    }

    public static Answer none() {
        return new Answer(204, null, null, null);
    }

    public Answer version(long version) {
        return new Answer(status, body, location, version);
    }

    Response response(Object entity) {
        Response.ResponseBuilder response = Response.status(status);
        if (entity != null) {
            response.entity(entity).type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (location != null) {
            response.location(URI.create(location));
        }
        if (version != null) {
            response.tag(new EntityTag(Long.toString(version)));
        }
        return response.build();
    }
}

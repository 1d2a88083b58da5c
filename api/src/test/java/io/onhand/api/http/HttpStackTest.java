package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.DatabaseFailure;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong in JAX-RS leaves as a problem. */
class HttpStackTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static HttpServer server;

    record Thing(@NotNull Integer quantity) {}

    @Path("things")
    @Produces(MediaType.APPLICATION_JSON)
    public static class Things {
        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        public Response make(Thing thing) {
            return Answer.created(thing, "things/7").version(3).response(thing);
        }

        @GET
        @Path("{id}")
        public Response get(@PathParam("id") UUID id) {
            throw Refusal.notFound("thing", id);
        }

        @GET
        @Path("broken")
        public Response broken() {
            throw new IllegalStateException("password=secret");
        }

        @GET
        @Path("outage")
        public Response outage() {
            throw new DatabaseFailure(new SQLTransientConnectionException("no connection of the pool"));
        }

        @GET
        @Path("stale")
        public Response stale() {
            throw Refusal.conflict("changed-meanwhile", "Somebody else changed it");
        }

        @GET
        @Path("scope")
        public Response scope() {
            throw HttpRefusal.of(403, "scope-missing", "Not granted");
        }

        @GET
        @Path("busy")
        public Response busy() {
            throw HttpRefusal.of(429, "too-many-requests", "Slow down").retryAfter(7);
        }
    }

    @BeforeAll
    static void start() {
        server = JdkHttpServerFactory.createHttpServer(
                URI.create("http://127.0.0.1:0/api/v1/"),
                new ResourceConfig()
                        .register(Things.class)
                        .register(new JsonReader())
                        .register(new JsonWriter())
                        .register(new ProblemMapper())
                        .register(new SafeUri()));
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private record Said(int status, HttpResponse<String> response, JsonNode json) {
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        void isProblem(int status, String code) {
            assertThat(this.status).isEqualTo(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(json.get("code").asText()).isEqualTo(code);
            assertThat(json.get("status").asInt()).isEqualTo(status);
            assertThat(json.get("type").asText()).isEqualTo("https://onhand.io/problems/" + code);
        }
    }

    private static Said send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Said(response.statusCode(), response, new ObjectMapper().readTree(response.body()));
    }

    @Test
    void goodRequestIsAnswered() throws IOException, InterruptedException {
        Said said = send("POST", "things", "application/json", "{\"quantity\":2}");
        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().get("quantity").asInt()).isEqualTo(2);
        assertThat(said.header("Location")).endsWith("/api/v1/things/7");
        assertThat(said.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void unknownPathIsAProblem() throws IOException, InterruptedException {
        send("GET", "nothing", null, null).isProblem(404, "no-such-path");
    }

    @Test
    void unreadableIdIsAProblem() throws IOException, InterruptedException {
        send("GET", "things/seven", null, null).isProblem(404, "no-such-path");
    }

    @Test
    void unknownIdIsTheCoresProblem() throws IOException, InterruptedException {
        send("GET", "things/" + new UUID(1, 2), null, null).isProblem(404, "thing-not-found");
    }

    @Test
    void wrongMethodIsAProblemThatNamesTheRightOnes() throws IOException, InterruptedException {
        Said said = send("DELETE", "things", null, null);
        said.isProblem(405, "method-not-allowed");
        assertThat(said.header("Allow")).contains("POST");
    }

    @Test
    void wrongMediaTypeIsAProblem() throws IOException, InterruptedException {
        send("POST", "things", "text/plain", "2").isProblem(415, "unsupported-media-type");
        send("POST", "things", "application/xml", "<a/>").isProblem(415, "unsupported-media-type");
    }

    @Test
    void missingBodyIsAProblem() throws IOException, InterruptedException {
        send("POST", "things", "application/json", "").isProblem(400, "body-missing");
    }

    @Test
    void malformedBodyIsAProblem() throws IOException, InterruptedException {
        Said said = send("POST", "things", "application/json", "{\"quantity\":\"2\"}");
        said.isProblem(400, "wrong-type");
        assertThat(said.json().get("field").asText()).isEqualTo("quantity");
    }

    @Test
    void invalidBodyIsAProblem() throws IOException, InterruptedException {
        Said said = send("POST", "things", "application/json", "{}");
        said.isProblem(422, "invalid-input");
        assertThat(said.json().at("/errors/0/pointer").asText()).isEqualTo("#/quantity");
    }

    @Test
    void addressWithNulIsAProblem() throws IOException, InterruptedException {
        send("GET", "things/a%00b", null, null).isProblem(400, "character-not-allowed");
        send("GET", "things/broken?x=%00", null, null).isProblem(400, "character-not-allowed");
    }

    @Test
    void unexpectedFailureTellsItsReferenceAndNothingElse() throws IOException, InterruptedException {
        Said said = send("GET", "things/broken", null, null);
        said.isProblem(500, "unexpected");
        assertThat(said.json().get("instance").asText()).startsWith("urn:uuid:");
        assertThat(said.response().body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void outageOfTheDatabaseIs503WithATime() throws IOException, InterruptedException {
        Said said = send("GET", "things/outage", null, null);
        said.isProblem(503, "temporarily-unavailable");
        assertThat(said.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void staleVersionIs412() throws IOException, InterruptedException {
        send("GET", "things/stale", null, null).isProblem(412, "changed-meanwhile");
    }

    @Test
    void missingScopeIsToldInTheStandardsWords() throws IOException, InterruptedException {
        Said said = send("GET", "things/scope", null, null);
        said.isProblem(403, "scope-missing");
        assertThat(said.header("WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void tooManyRequestsTellWhenToComeBack() throws IOException, InterruptedException {
        Said said = send("GET", "things/busy", null, null);
        said.isProblem(429, "too-many-requests");
        assertThat(said.header("Retry-After")).isEqualTo("7");
    }
}

package io.onhand.portal.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Keycloak whether somebody who signed in earlier may still be here, and with which roles and tenants. A Keycloak that
 * does not answer changes nothing: who is at work stays at work.
 */
@ApplicationScoped
class Standing {
    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final SignIn signIn;

    /** For the proxy. */
    Standing() {
        this(null);
    }

    @Inject
    Standing(SignIn signIn) {
        this.signIn = signIn;
    }

    /** What Keycloak said. */
    sealed interface Answer permits Valid, Ended, Unknown {}

    /** The person as they are now, and the token for the next question. */
    record Valid(Person person, String refreshToken) implements Answer {}

    /** Signed out, disabled or removed. */
    record Ended() implements Answer {}

    /** No answer. */
    record Unknown() implements Answer {}

    Answer ask(String refreshToken) {
        String form = "grant_type=refresh_token&client_id=" + SignIn.CLIENT + "&client_secret="
                + encoded(signIn.getClientSecret()) + "&refresh_token=" + encoded(refreshToken);
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(signIn.getTokenEndpoint()))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return read(response.statusCode(), response.body(), refreshToken);
        } catch (IOException e) {
            LOG.warn("Keycloak did not answer: {}", e.toString());
            return new Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown();
        }
    }

    /** The tokens come straight from Keycloak, so their signature is not looked at again. */
    static Answer read(int status, String body, String refreshToken) throws JsonProcessingException {
        if (status == 400) return body.contains("invalid_grant") ? new Ended() : new Unknown();
        if (status != 200) return new Unknown();
        JsonNode tokens = JSON.readTree(body);
        String[] parts = tokens.path("id_token").asText().split("\\.", -1);
        if (parts.length != 3) return new Unknown();
        Map<String, Object> claims = JSON.readValue(
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8), new TypeReference<>() {});
        return new Valid(PersonReader.of(claims), tokens.path("refresh_token").asText(refreshToken));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

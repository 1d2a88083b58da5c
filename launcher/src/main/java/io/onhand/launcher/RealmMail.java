package io.onhand.launcher;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Tells Keycloak where its mail goes: the port of the mailbox is another one at every start. */
final class RealmMail {
    private RealmMail() {}

    static void send(Ports ports, Secrets secrets, int mailPort) {
        String token = Token.of("onhand-onboarding", secrets.get(Secrets.ONBOARDING_CLIENT), ports);
        String body = "{\"smtpServer\":{\"host\":\"127.0.0.1\",\"port\":\"" + mailPort
                + "\",\"from\":\"onhand@localhost\",\"fromDisplayName\":\"Onhand\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(ports.keycloakUrl() + "/admin/realms/onhand"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = Http.send(request);
        if (response.statusCode() != 204) {
            throw new LaunchFailure("Keycloak does not take the mail settings: " + response.body());
        }
    }
}

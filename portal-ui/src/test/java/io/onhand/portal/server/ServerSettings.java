package io.onhand.portal.server;

import io.onhand.tenant.DatabaseSettings;
import io.onhand.world.TestDatabase;
import java.util.Base64;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the server is started with. To be registered before Arquillian, which starts it. */
final class ServerSettings implements BeforeAllCallback {
    /** Where people sign in. Nobody gets as far as that here. */
    static final String KEYCLOAK = "https://login.example.com";

    @Override
    public void beforeAll(ExtensionContext context) {
        DatabaseSettings database = TestDatabase.get().settings(DatabaseSettings.APP, 1);
        System.setProperty(
                "payara.cmdOptions",
                String.join(
                        " ",
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-Donhand.database.url=" + database.url(),
                        "-Donhand.database.app.password=" + database.password(),
                        "-Donhand.database.app.connections=4",
                        "-Donhand.secrets.keys=k1:" + Base64.getEncoder().encodeToString(new byte[32]),
                        "-Donhand.keycloak.url=" + KEYCLOAK,
                        "-Donhand.portal.client.secret=portal-secret"));
    }
}

package io.onhand.routes.server;

import io.onhand.tenant.DatabaseSettings;
import io.onhand.world.TestDatabase;
import java.util.Base64;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the server is started with. To be registered before Arquillian, which starts it. */
final class ServerSettings implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        DatabaseSettings app = TestDatabase.get().settings(DatabaseSettings.APP, 1);
        DatabaseSettings relay = TestDatabase.get().settings(DatabaseSettings.RELAY, 1);
        System.setProperty(
                "payara.cmdOptions",
                String.join(
                        " ",
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-Donhand.database.url=" + app.url(),
                        "-Donhand.database.app.password=" + app.password(),
                        "-Donhand.database.app.connections=8",
                        "-Donhand.database.relay.password=" + relay.password(),
                        // The key that World encrypts with, too.
                        "-Donhand.secrets.keys=k1:" + Base64.getEncoder().encodeToString(new byte[32])));
    }
}

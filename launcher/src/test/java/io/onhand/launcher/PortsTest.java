package io.onhand.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void anOptionBeatsTheEnvironmentAndTheEnvironmentBeatsTheDefault() {
        Ports ports = Ports.of(Map.of("--port", "9000"), Map.of("ONHAND_PORT", "9001", "ONHAND_DATABASE_PORT", "9002"));

        assertThat(ports).isEqualTo(new Ports(9000, 8180, 9002, 8090));
    }

    @Test
    void aPortThatIsNoPortIsRefusedByName() {
        assertThatThrownBy(() -> Ports.of(Map.of("--keycloak-port", "70000"), Map.of()))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("--keycloak-port must be a port from 1 to 65535, not '70000'");
        assertThatThrownBy(() -> Ports.of(Map.of(), Map.of("ONHAND_SANDBOX_PORT", "none")))
                .hasMessageContaining("ONHAND_SANDBOX_PORT");
    }

    @Test
    void twoEqualPortsAreRefused() {
        assertThatThrownBy(() -> Ports.of(Map.of("--port", "8180"), Map.of())).hasMessageContaining("must differ");
    }

    @Test
    void aTakenPortIsNamedWithTheOptionThatChangesIt() throws IOException {
        int one = freePort();
        int two = freePort();
        int three = freePort();
        Ports ports;
        try (ServerSocket taken = new ServerSocket(0)) {
            ports = new Ports(one, two, taken.getLocalPort(), three);

            assertThatThrownBy(ports::requireFree)
                    .hasMessage("port " + taken.getLocalPort()
                            + " is taken; free it or choose another with --database-port");
        }
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

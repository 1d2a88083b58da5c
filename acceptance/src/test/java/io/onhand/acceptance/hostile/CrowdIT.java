package io.onhand.acceptance.hostile;

import static io.onhand.acceptance.running.RunningProduct.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.running.RunningProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that are slow on purpose, or very many, keep nobody else from being served, and are shown out in the end. */
class CrowdIT {
    /** Until the last of the slow clients was shown out. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int CROWD = 400;
    /** What so many connections may cost the server, bytes. */
    private static final long MOST_MEMORY = 256L * 1024 * 1024;

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void leave() {
        wires.forEach(Wire::close);
    }

    /** They hold a connection each, but no thread. */
    @Test
    void clientsThatNeverFinishTheirHeadKeepNobodyWaiting() throws IOException {
        long memory = memory();
        begin("GET /api/v1/tenants/current HTTP/1.1\r\nX-Slow: ");
        for (int i = 0; i < 20; i++) {
            for (Wire wire : wires) {
                wire.send("x");
            }
            othersAreServed();
        }
        assertThat(memory() - memory).isLessThan(MOST_MEMORY);
    }

    @Test
    void clientsThatNeverFinishTheirBodyAreShownOut() throws IOException {
        String head = "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + product.token("aozora-partner")
                + "\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n";
        crowd(head + "{", " ");
    }

    @Test
    void webhooksThatNeverFinishTheirBodyAreShownOut() throws IOException {
        crowd("POST /hooks/sandbox/nobody HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000\r\n\r\n{", " ");
    }

    @Test
    void clientsThatSayNothingAtAllAreShownOut() throws IOException {
        crowd("", "");
    }

    /** So many begin, and go on for ever with one byte at a time. */
    private void crowd(String beginning, String drop) throws IOException {
        long memory = memory();
        begin(beginning);
        eventually(PATIENCE, () -> {
            wires.removeIf(wire -> isShownOut(wire, drop));
            othersAreServed();
            assertThat(wires).isEmpty();
        });
        assertThat(memory() - memory).isLessThan(MOST_MEMORY);
    }

    private void begin(String beginning) throws IOException {
        for (int i = 0; i < CROWD; i++) {
            Wire wire = new Wire(product.url());
            wires.add(wire);
            wire.send(beginning);
        }
        othersAreServed();
    }

    private static boolean isShownOut(Wire wire, String drop) {
        try {
            if (!wire.hasAnswer()) {
                wire.send(drop);
                return false;
            }
        } catch (IOException closed) {
            // The server has closed the connection.
        }
        wire.close();
        return true;
    }

    private static void othersAreServed() {
        assertThat(product.api().get("/tenants/current").status()).isEqualTo(200);
        assertThat(product.api().post("/orders", null).status()).isEqualTo(400);
        assertThat(Http.send("GET", product.url() + "/health/live", null, Map.of())
                        .status())
                .isEqualTo(200);
    }

    /** Bytes of the server that are in memory. */
    private static long memory() {
        try {
            String pid =
                    Files.readAllLines(product.data().resolve("run/server.pid")).get(0);
            try (Stream<String> lines = Files.lines(Path.of("/proc", pid, "status"))) {
                String resident = lines.filter(line -> line.startsWith("VmRSS:"))
                        .findFirst()
                        .orElseThrow();
                return Long.parseLong(resident.replaceAll("[^0-9]", "")) * 1024;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.onhand.acceptance.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load generator's HTTP, against a server of the JDK. */
class WireTest {
    /** Longer than any buffer on the way. */
    private static final String LONG = "가나다".repeat(20_000);

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/last")) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            calls.incrementAndGet();
            // A length of 0 lets the server answer in chunks.
            exchange.sendResponseHeaders(
                    path.equals("/refused") ? 409 : 200, path.equals("/chunks") ? 0 : length(body));
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        wire = new Wire("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static long length(byte[] body) {
        return body.length == 0 ? -1 : body.length;
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.stop(0);
    }

    @Test
    void readsAnswersOfKnownLengthInChunksAndWithout() throws IOException {
        assertThat(post("/known", LONG).body()).isEqualTo(LONG);
        assertThat(post("/chunks", LONG).body()).isEqualTo(LONG);
        assertThat(wire.send("GET /none", new byte[0], null).await().body()).isEmpty();
        assertThat(post("/known", "short").body()).isEqualTo("short");
    }

    @Test
    void connectsAnewWhenTheOtherSideHasHadEnough() throws IOException {
        post("/last", "one");

        assertThat(post("/known", "two").body()).isEqualTo("two");
        assertThat(calls).hasValue(2);
    }

    @Test
    void namesTheCodeOfAWrongAnswer() throws IOException {
        Reply reply = post("/refused", "{\"code\":\"sold-out\"}");

        assertThatThrownBy(() -> reply.expect(201)).hasMessage("status 409 sold-out");
        assertThatThrownBy(() -> reply.expect(409, "held")).hasMessage("status 409 without held");
    }

    @Test
    void fillsTemplates() {
        Bytes bytes = new Bytes();
        new Template("{\"a\":\"~\",\"b\":~}").fill(bytes, "가", "7");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"가\",\"b\":7}");
    }

    private Reply post(String path, String body) throws IOException {
        return wire.send("POST " + path, new byte[0], new Bytes().add(body)).await();
    }
}

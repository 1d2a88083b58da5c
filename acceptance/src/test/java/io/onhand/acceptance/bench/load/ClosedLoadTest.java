package io.onhand.acceptance.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that one thread talks for, against a server of the JDK. */
class ClosedLoadTest {
    private static final int CLIENTS = 8;
    private static final Duration A_WHILE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Longer than any buffer on the way. */
    private static final String LONG = "가나다".repeat(20_000);

    private final AtomicLong served = new AtomicLong();
    private final CountDownLatch together = new CountDownLatch(CLIENTS);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            long number = served.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/last") && number % 3 == 0) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            boolean refused = path.equals("/odd") ? number % 2 == 1 : path.equals("/together") && !isInCompany();
            // A length of 0 lets the server answer in chunks.
            exchange.sendResponseHeaders(refused ? 409 : 200, 0);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void everyAnswerIsCountedInEachRound() {
        try (ClosedLoad load = new ClosedLoad(CLIENTS, client -> new Echo("/", "hello"))) {
            Load first = load.run(A_WHILE);
            Load second = load.run(A_WHILE);

            assertThat(first.errors()).isEmpty();
            assertThat(second.errors()).isEmpty();
            assertThat(first.units()).isPositive();
            assertThat(second.units()).isPositive();
            assertThat(first.units() + second.units()).isEqualTo(served.get());
            assertThat(first.micros().getTotalCount()).isEqualTo(first.units());
        }
    }

    @Test
    void nobodyWaitsForAnothersAnswer() {
        try (ClosedLoad load = new ClosedLoad(CLIENTS, client -> new Echo("/together", "hello"))) {
            assertThat(load.run(A_WHILE).errors()).isEmpty();
        }
    }

    @Test
    void longRequestsAndAnswersComeWhole() {
        try (ClosedLoad load = new ClosedLoad(CLIENTS, client -> new Echo("/", LONG))) {
            Load round = load.run(A_WHILE);

            assertThat(round.errors()).isEmpty();
            assertThat(round.units()).isEqualTo(served.get()).isGreaterThanOrEqualTo(CLIENTS);
        }
    }

    @Test
    void wrongAnswersAreNoUnits() {
        try (ClosedLoad load = new ClosedLoad(CLIENTS, client -> new Echo("/odd", "hello"))) {
            Load round = load.run(A_WHILE);

            assertThat(round.errors()).containsOnlyKeys("status 409 ");
            assertThat(round.units()).isEqualTo(served.get() / 2);
            assertThat(round.errors().get("status 409 ")).isEqualTo(served.get() - round.units());
        }
    }

    @Test
    void goesOnWhenTheOtherSideClosesConnections() {
        try (ClosedLoad load = new ClosedLoad(CLIENTS, client -> new Echo("/last", "hello"))) {
            Load round = load.run(A_WHILE);

            assertThat(round.errors()).isEmpty();
            assertThat(round.units()).isEqualTo(served.get());
        }
    }

    @Test
    void nobodyThereIsAnErrorNotAnEnd() {
        server.stop(0);
        try (ClosedLoad load = new ClosedLoad(1, client -> new Echo("/", "hello"))) {
            Load round = load.run(Duration.ofMillis(20));

            assertThat(round.units()).isZero();
            assertThat(round.errors().keySet()).singleElement().asString().startsWith("connection: ");
        }
    }

    /** Whether every client has asked before the first is answered. */
    private boolean isInCompany() {
        together.countDown();
        try {
            return together.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Says something and wants to hear it again. */
    private final class Echo implements Exchange {
        private final Wire wire =
                new Wire("http://127.0.0.1:" + server.getAddress().getPort());
        private final String path;
        private final String text;

        Echo(String path, String text) {
            this.path = path;
            this.text = text;
        }

        @Override
        public Wire ask() throws IOException {
            return wire.send("POST " + path, new byte[0], new Bytes().add(text));
        }

        @Override
        public int judge(Reply answer) throws WrongAnswer {
            answer.expect(200, text);
            return 1;
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}

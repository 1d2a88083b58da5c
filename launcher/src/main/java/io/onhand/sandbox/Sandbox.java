package io.onhand.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The marketplace as a program: {@code Sandbox [--port 8090] [--bind 127.0.0.1] [--data FILE]}. */
public final class Sandbox implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Sandbox.class.getName());
    private static final int THREADS = 64;
    private static final int BACKLOG = 1_024;

    private final Market market;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Daemons.named("http"));

    private Sandbox(Options options, Clock clock) throws IOException {
        preset("sun.net.httpserver.nodelay", "true");
        preset("sun.net.httpserver.maxIdleConnections", "1000");
        Sender sender = new Sender();
        market = new Market(clock, new Journal(options.data()), sender);
        Router router = new Router();
        new MarketApi(market).addTo(router);
        new TokenApi(market).addTo(router);
        new AdminApi(market).addTo(router);
        router.on("GET", "/health", request -> Answer.ok(Json.object().put("status", "UP")));
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName(options.bind()), options.port()), BACKLOG);
        server.createContext("/", new Front(market, router, sender));
        server.setExecutor(threads);
        server.start();
        // The first webhook is not to wait for the HTTP client's classes.
        sender.post(
                URI.create("http://localhost:" + port() + "/health"), Map.of(), new byte[0], (status, failure) -> {});
    }

    /**
     * Starts a marketplace in this process.
     *
     * @throws IOException when the port is taken or the address is not this machine's
     */
    static Sandbox start(Options options, Clock clock) throws IOException {
        return new Sandbox(options, clock);
    }

    /** Runs until the process is ended; exit code 2 for wrong options, 1 when it cannot listen. */
    public static void main(String[] args) {
        try {
            Options options = Options.parse(args);
            Sandbox sandbox = start(options, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
            LOG.log(
                    System.Logger.Level.INFO,
                    "Sandbox marketplace at http://{0}:{1}",
                    options.bind(),
                    Integer.toString(sandbox.port()));
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage());
            System.exit(2);
        } catch (BindException e) {
            LOG.log(System.Logger.Level.ERROR, "The port is taken or the address is not this machine''s: {0}", e);
            System.exit(1);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The marketplace cannot start", e);
            System.exit(1);
        }
    }

    /** The port that it listens on. */
    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        market.close();
    }

    /** Sets a system property that the JDK's server reads once, unless somebody set it already. */
    private static void preset(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}

package io.onhand.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The outgoing side that all shops share: a clockwork and an HTTP client. */
final class Sender implements AutoCloseable {
    /** How long a receiver may take to answer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(2, Daemons.named("later"));
    private final ExecutorService workers = Executors.newFixedThreadPool(8, Daemons.named("webhooks"));
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .executor(workers)
            .build();

    /** Runs {@code work} after {@code delayMs} milliseconds. */
    void later(long delayMs, Runnable work) {
        if (delayMs <= 0) {
            workers.execute(work);
        } else {
            var unused = clockwork.schedule(() -> workers.execute(work), delayMs, TimeUnit.MILLISECONDS);
        }
    }

    /** Posts JSON; {@code ended} gets the status, or null and what went wrong. */
    void post(URI uri, Map<String, String> headers, byte[] body, BiConsumer<Integer, Throwable> ended) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        var unused = client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode)
                .whenComplete(ended);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        workers.shutdownNow();
    }
}

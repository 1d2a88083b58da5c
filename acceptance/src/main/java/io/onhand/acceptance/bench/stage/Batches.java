package io.onhand.acceptance.bench.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Many things in batches as the API takes them, a few at a time. */
final class Batches {
    /** What the API takes at once. */
    private static final int SIZE = 500;

    private static final int THREADS = 4;

    private Batches() {}

    static <T> void of(List<T> items, Consumer<List<T>> send) {
        of(items, SIZE, send);
    }

    static <T> void of(List<T> items, int size, Consumer<List<T>> send) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int from = 0; from < items.size(); from += size) {
                List<T> batch = items.subList(from, Math.min(items.size(), from + size));
                sent.add(threads.submit(() -> send.accept(batch)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}

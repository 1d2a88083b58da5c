package io.onhand.routes.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Writes the first of many equal troubles, then one in {@value #EVERY_SECONDS} seconds with how many there were. */
final class QuietLog {
    private static final long EVERY_SECONDS = 10;

    private final Logger log;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong silenced = new AtomicLong();

    QuietLog(Logger log) {
        this.log = log;
    }

    void warn(String message, RuntimeException problem) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + TimeUnit.SECONDS.toNanos(EVERY_SECONDS))) {
            log.warn("{} ({} more before)", message, silenced.getAndSet(0), problem);
        } else {
            silenced.incrementAndGet();
        }
    }
}

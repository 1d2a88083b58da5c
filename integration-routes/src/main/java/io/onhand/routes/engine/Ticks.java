package io.onhand.routes.engine;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A route that looks for due work again and again. Between two looks, those who know of work ask for it directly. */
abstract class Ticks extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);

    private final String name;
    private final Duration pause;
    private final QuietLog failures = new QuietLog(LOG);

    /** @param pause between two looks */
    Ticks(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** Looks for due work and asks for it. */
    abstract void tick();

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:" + name + "?initialDelay=1000&delay=" + pause.toMillis())
                .routeId(name)
                .process(exchange -> guarded());
    }

    /** A database that is away is no reason to stop looking. */
    private void guarded() {
        try {
            tick();
        } catch (RuntimeException e) {
            failures.warn("Looking for work in route " + name + " failed", e);
        }
    }
}

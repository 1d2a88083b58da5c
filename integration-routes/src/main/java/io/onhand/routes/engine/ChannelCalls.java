package io.onhand.routes.engine;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Sends a call through a connector's route and makes every trouble a {@link ChannelFailure}; keeps circuit and rest. */
@Singleton
class ChannelCalls {
    private final Circuits circuits;
    private final Quotas quotas;
    private volatile ProducerTemplate template;

    @Inject
    ChannelCalls(Circuits circuits, Quotas quotas) {
        this.circuits = circuits;
        this.quotas = quotas;
    }

    /** Where calls go from now on; null when Camel has stopped. */
    void through(ProducerTemplate running) {
        template = running;
    }

    /**
     * Calls the channel.
     *
     * @throws ChannelFailure when the channel does not do its part; circuit and rest know it already
     */
    <T> T call(ChannelKey channel, Circuits.Side side, String route, Object call, Class<T> answer) {
        ProducerTemplate running = template;
        if (running == null) {
            throw ChannelFailure.unavailable("The engine is stopping");
        }
        T result;
        try {
            result = running.requestBody(route, call, answer);
        } catch (CamelExecutionException e) {
            ChannelFailure failure = failure(e.getCause());
            note(channel, side, failure);
            throw failure;
        }
        circuits.succeeded(channel, side);
        return result;
    }

    private void note(ChannelKey channel, Circuits.Side side, ChannelFailure failure) {
        switch (failure.kind()) {
            case THROTTLED -> quotas.rest(channel, failure.retryAfter());
            case REFUSED -> circuits.refused(channel, side, failure);
            case UNAVAILABLE, UNAUTHORIZED -> circuits.failed(channel, side, failure);
        }
    }

    private static ChannelFailure failure(Throwable cause) {
        if (cause instanceof ChannelFailure failure) {
            return failure;
        }
        if (cause instanceof UnreadableMessage unreadable) {
            return ChannelFailure.unavailable("The answer cannot be read: " + unreadable.getMessage(), unreadable);
        }
        String words = cause == null ? "unknown" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return ChannelFailure.unavailable(words, cause);
    }
}

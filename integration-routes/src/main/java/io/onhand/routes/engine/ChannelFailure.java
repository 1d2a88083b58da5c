package io.onhand.routes.engine;

import io.onhand.channel.ChannelError.Kind;
import java.time.Duration;

/** A channel did not do its part. The message is shown to operators and never contains a secret. */
public final class ChannelFailure extends RuntimeException {
    private final Kind kind;
    private final Duration retryAfter;

    private ChannelFailure(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public static ChannelFailure unavailable(String message) {
        return new ChannelFailure(Kind.UNAVAILABLE, message, Duration.ZERO, null);
    }

    public static ChannelFailure unavailable(String message, Throwable cause) {
        return new ChannelFailure(Kind.UNAVAILABLE, message, Duration.ZERO, cause);
    }

    /** @param retryAfter how long the channel asked to be left alone */
    public static ChannelFailure throttled(Duration retryAfter) {
        return new ChannelFailure(
                Kind.THROTTLED, "Asked too often; wait " + retryAfter.toSeconds() + " s", retryAfter, null);
    }

    public static ChannelFailure unauthorized(String message) {
        return new ChannelFailure(Kind.UNAUTHORIZED, message, Duration.ZERO, null);
    }

    public static ChannelFailure refused(String message) {
        return new ChannelFailure(Kind.REFUSED, message, Duration.ZERO, null);
    }

    public Kind kind() {
        return kind;
    }

    /** How long to leave the channel alone; zero unless throttled. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

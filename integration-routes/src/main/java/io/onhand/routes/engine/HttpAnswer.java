package io.onhand.routes.engine;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.camel.Exchange;

/** A channel's answer over HTTP, read completely and within bounds. */
public final class HttpAnswer {
    /** Most bytes of an answer. */
    public static final int MAX_BYTES = 8 << 20;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final int status;
    private final byte[] body;
    private final String retryAfter;
    private final String date;

    private HttpAnswer(int status, byte[] body, String retryAfter, String date) {
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
        this.date = date;
    }

    /**
     * Takes the answer out of an exchange that was sent to {@code http} with {@code disableStreamCache} and without {@code
     * throwExceptionOnFailure}.
     *
     * @throws ChannelFailure when the answer is longer than {@value #MAX_BYTES} bytes or breaks off
     */
    public static HttpAnswer of(Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        String retryAfter = exchange.getMessage().getHeader("Retry-After", String.class);
        String date = exchange.getMessage().getHeader("Date", String.class);
        try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            byte[] body = in == null ? new byte[0] : in.readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw ChannelFailure.unavailable("The answer is longer than " + MAX_BYTES + " bytes");
            }
            return new HttpAnswer(status, body, retryAfter, date);
        } catch (IOException e) {
            throw ChannelFailure.unavailable("The answer broke off: " + e.getMessage(), e);
        }
    }

    public int status() {
        return status;
    }

    /** The channel's time when it answered; null when it did not say. */
    public Instant sentAt() {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The body of a good answer.
     *
     * @param clock for a Retry-After that names a date
     * @throws ChannelFailure when the status is not 2xx: throttled for 429, unauthorized for 401 and 403, unavailable for
     *     408 and 5xx, else refused
     */
    public byte[] body(Clock clock) {
        if (status >= 200 && status < 300) {
            return body.clone();
        }
        String words = "HTTP " + status + words();
        throw switch (status) {
            case 429 -> ChannelFailure.throttled(wait(clock));
            case 401, 403 -> ChannelFailure.unauthorized(words);
            case 408 -> ChannelFailure.unavailable(words);
            default -> status >= 500 ? ChannelFailure.unavailable(words) : ChannelFailure.refused(words);
        };
    }

    private Duration wait(Clock clock) {
        Duration wait = SHORTEST_WAIT;
        if (retryAfter != null) {
            wait = retryAfter.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : untilDate(clock);
        }
        if (wait.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private Duration untilDate(Clock clock) {
        try {
            return Duration.between(
                    clock.instant(), ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return SHORTEST_WAIT;
        }
    }

    /** What a JSON error says of itself, as far as it can be shown. */
    private String words() {
        try {
            MessageFields error = MessageFields.of(body);
            String code = error.textOrNull("code", 100);
            String message = error.textOrNull("message", 300);
            return (code == null ? "" : ", " + code) + (message == null ? "" : ": " + message);
        } catch (UnreadableMessage e) {
            return "";
        }
    }
}

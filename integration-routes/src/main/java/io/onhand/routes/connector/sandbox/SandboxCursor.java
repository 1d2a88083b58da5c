package io.onhand.routes.connector.sandbox;

import io.onhand.routes.engine.UnreadableMessage;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Where the polling of a shop stands. Only the marketplace's own times move it on: a clock of ours that is ahead would
 * step over orders.
 *
 * @param after orders changed from this time on are wanted
 * @param newest latest change seen since the window began
 * @param page the marketplace's own cursor within the window; empty at its start
 */
record SandboxCursor(Instant after, Instant newest, String page) {
    /** How far before its connection a channel is looked at: clocks differ. */
    private static final Duration FIRST_LOOK_BACK = Duration.ofMinutes(1);

    /** What is younger than this may still be joined by something that is a little older. */
    private static final Duration UNSETTLED = Duration.ofMinutes(1);

    /** How much of an unsettled time is read again. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    /** @param connectedAt where it begins without a text */
    static SandboxCursor parse(String text, Instant connectedAt) {
        if (text == null) {
            Instant start = connectedAt.minus(FIRST_LOOK_BACK);
            return new SandboxCursor(start, start, "");
        }
        int first = text.indexOf('|');
        int second = text.indexOf('|', first + 1);
        try {
            return new SandboxCursor(
                    Instant.parse(text.substring(0, first)),
                    Instant.parse(text.substring(first + 1, second)),
                    text.substring(second + 1));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new UnreadableMessage("cursor", "was not written by this connector: " + text);
        }
    }

    SandboxCursor seen(Instant change) {
        return change.isAfter(newest) ? new SandboxCursor(after, change, page) : this;
    }

    SandboxCursor nextPage(String cursor) {
        return new SandboxCursor(after, newest, cursor);
    }

    /**
     * The window after this one.
     *
     * @param sentAt the marketplace's time when this one ended, or null when it is not known
     */
    SandboxCursor nextWindow(Instant sentAt) {
        if (!newest.isAfter(after)) {
            return new SandboxCursor(after, after, "");
        }
        boolean settled = sentAt != null && newest.isBefore(sentAt.minus(UNSETTLED));
        Instant start = settled ? newest.plusNanos(1_000) : newest.minus(OVERLAP);
        Instant from = start.isAfter(after) ? start : after;
        return new SandboxCursor(from, newest, "");
    }

    String text() {
        return after + "|" + newest + "|" + page;
    }
}

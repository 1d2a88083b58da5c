package io.onhand.pace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/** A stream that ends in a failure when it brings less than {@link #BYTES_PER_SECOND} after {@link #GRACE}. */
public final class PacedInput extends FilterInputStream {
    /** How long anybody may take, however little comes. */
    public static final Duration GRACE = Duration.ofSeconds(15);

    /** What is asked of everybody after that. */
    public static final int BYTES_PER_SECOND = 64 * 1024;

    private final Clock clock;
    private final Instant start;
    private long bytes;

    /** Starts the time. */
    public PacedInput(InputStream in, Clock clock) {
        super(in);
        this.clock = clock;
        this.start = clock.instant();
    }

    /** What was sent came too slowly. */
    public static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        TooSlow(long bytes) {
            super("only " + bytes + " bytes came in time");
        }
    }

    @Override
    public int read() throws IOException {
        int read = inTime(super::read);
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = inTime(() -> super.read(into, offset, length));
        count(Math.max(0, read));
        return read;
    }

    @FunctionalInterface
    private interface Read {
        int read() throws IOException;
    }

    /** A server has a patience of its own for a read that brings nothing. */
    private int inTime(Read read) throws IOException {
        try {
            return read.read();
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException ? new TooSlow(bytes) : e;
        }
    }

    private void count(int more) throws TooSlow {
        bytes += more;
        Duration allowed = GRACE.plusMillis(bytes * 1000 / BYTES_PER_SECOND);
        if (clock.instant().isAfter(start.plus(allowed))) {
            throw new TooSlow(bytes);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

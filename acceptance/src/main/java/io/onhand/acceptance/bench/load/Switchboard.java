package io.onhand.acceptance.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;

/**
 * Clients that one thread talks for: each asks again as soon as it is answered. With a thread each, what was answered together
 * would be taken by one thread after the other, whenever a processor has time for it, and the next requests would come in dribs;
 * callers on machines of their own do not wait for that.
 */
final class Switchboard implements AutoCloseable {
    private final List<Line> lines;
    private final Selector selector;
    private Tally tally;
    private long end;
    private int waiting;

    Switchboard(List<Exchange> clients) {
        lines = clients.stream().map(Line::new).toList();
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets them ask for that long; what is asked until the end is awaited and counts. */
    Load run(Duration length) {
        tally = new Tally();
        waiting = 0;
        long start = System.nanoTime();
        end = start + length.toNanos();
        try {
            lines.forEach(Line::ask);
            while (waiting > 0) {
                if (selector.select(Switchboard::hear, Wire.TIMEOUT_MILLIS) == 0) {
                    lines.forEach(Line::giveUp);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tally.load(Duration.ofNanos(System.nanoTime() - start));
    }

    private static void hear(SelectionKey key) {
        ((Line) key.attachment()).hear();
    }

    /** One client. */
    private final class Line {
        private final Exchange client;
        private Wire wire;
        private boolean isWaiting;
        private long askedAt;

        Line(Exchange client) {
            this.client = client;
        }

        void ask() {
            askedAt = System.nanoTime();
            while (!isWaiting && askedAt < end) {
                try {
                    wire = client.ask();
                    wire.announce(selector, this);
                    isWaiting = true;
                    waiting++;
                } catch (IOException e) {
                    tally.failed(e, askedAt);
                    askedAt = System.nanoTime();
                }
            }
        }

        void hear() {
            try {
                Reply answer = wire.receive();
                if (answer == null) {
                    return;
                }
                answered();
                tally.count(() -> client.judge(answer), askedAt);
            } catch (IOException e) {
                // Between two answers it says that the other side has had enough: the next request connects anew.
                if (!isWaiting) {
                    return;
                }
                answered();
                tally.failed(e, askedAt);
            }
            ask();
        }

        void giveUp() {
            if (isWaiting) {
                answered();
                wire.hangUp();
                tally.failed(new IOException("no answer within " + Wire.TIMEOUT_MILLIS + " ms"), askedAt);
            }
        }

        private void answered() {
            isWaiting = false;
            waiting--;
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.onhand.acceptance.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * One HTTP/1.1 connection with only what a load needs: a request is written in one go, then its answer is read to the end. Much
 * cheaper than a client that can do everything, since it shares the processor with what is measured. Used by one thread.
 */
public final class Wire implements AutoCloseable {
    /** After so long without an answer none is awaited any more. */
    static final int TIMEOUT_MILLIS = 60_000;

    private static final int BUFFER = 16_384;
    private static final int LONGEST_ANSWER = 16 << 20;
    /** A server may close a connection that nobody used for so long, at the very moment of its next use. */
    private static final long IDLE_NANOS = 10_000_000_000L;
    /** Until it is tried again to write to a connection that takes nothing. */
    private static final long FULL_NANOS = 100_000;

    private final InetSocketAddress address;
    private final byte[] host;
    private final Bytes request = new Bytes();
    private byte[] in = new byte[BUFFER];
    private int filled;
    private SocketChannel channel;
    private long lastUse;

    /** A connection to this address, opened with the first request and anew when the other side has closed it, or may be about to. */
    public Wire(String url) {
        URI uri = URI.create(url);
        address = new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
        host = ("Host: " + uri.getHost() + ":" + address.getPort() + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Sends a request. Its answer has to be read before the next.
     *
     * @param start method and path, as in {@code POST /api/v1/orders}
     * @param headers whole lines, each with its line end
     * @param content null for none; JSON
     * @return itself
     */
    public Wire send(String start, byte[] headers, Bytes content) throws IOException {
        request.reset();
        request.add(start).add(" HTTP/1.1\r\n").add(host).add(headers);
        if (content != null) {
            request.add("Content-Type: application/json\r\nContent-Length: ").add(content.size());
            request.add("\r\n");
        }
        request.add("\r\n");
        if (content != null) {
            content.writeTo(request);
        }
        connect();
        filled = 0;
        try {
            write(request.buffer());
        } catch (IOException e) {
            throw broken(e);
        }
        return this;
    }

    /** Waits for the answer, on a connection that is not announced. */
    public Reply await() throws IOException {
        Reply answer = receive();
        while (answer == null) {
            answer = receive();
        }
        return answer;
    }

    /** Reads what has come. The answer when it is whole, else null. */
    Reply receive() throws IOException {
        if (filled == in.length) {
            in = Arrays.copyOf(in, 2 * in.length);
        }
        try {
            int read = read();
            if (read < 0) {
                throw new EOFException("closed by the other side");
            }
            filled += read;
            Received received = Received.of(in, filled);
            if (received == null) {
                if (filled > LONGEST_ANSWER) {
                    throw new IOException("an answer longer than " + LONGEST_ANSWER + " bytes");
                }
                return null;
            }
            lastUse = System.nanoTime();
            if (received.isLast()) {
                close();
            }
            return received.reply();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Lets the selector say when something of the answer has come; from then on nothing waits here. */
    void announce(Selector selector, Object client) throws IOException {
        if (channel.keyFor(selector) == null) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, client);
        }
    }

    /** Without a word. */
    void hangUp() {
        try {
            close();
        } catch (IOException e) {
            // It was broken already.
        }
    }

    private void connect() throws IOException {
        if (channel != null && System.nanoTime() - lastUse < IDLE_NANOS) {
            return;
        }
        close();
        SocketChannel fresh = SocketChannel.open();
        try {
            fresh.socket().setTcpNoDelay(true);
            fresh.socket().setSoTimeout(TIMEOUT_MILLIS);
            fresh.socket().connect(address, TIMEOUT_MILLIS);
        } catch (IOException e) {
            fresh.close();
            throw new IOException("connection: " + e.getMessage(), e);
        }
        channel = fresh;
        lastUse = System.nanoTime();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                LockSupport.parkNanos(FULL_NANOS);
            }
        }
    }

    private int read() throws IOException {
        return channel.isBlocking()
                ? channel.socket().getInputStream().read(in, filled, in.length - filled)
                : channel.read(ByteBuffer.wrap(in, filled, in.length - filled));
    }

    private IOException broken(IOException reason) {
        hangUp();
        return new IOException("connection: " + reason.getMessage(), reason);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            SocketChannel old = channel;
            channel = null;
            old.close();
        }
    }
}

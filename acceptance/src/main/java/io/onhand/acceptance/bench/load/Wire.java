package io.onhand.acceptance.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection with only what a load needs: a request is written in one go, its answer read to the end. Much
 * cheaper than a client that can do everything, since it shares the processor with what is measured. Used by one thread.
 */
public final class Wire implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int BUFFER = 16_384;
    private static final int LONGEST_BODY = 16 << 20;
    /** A server may close a connection that nobody used for so long, at the very moment of its next use. */
    private static final long IDLE_NANOS = 10_000_000_000L;

    private final InetSocketAddress address;
    private final byte[] host;
    private final byte[] in = new byte[BUFFER];
    private final Bytes request = new Bytes();
    private final Bytes body = new Bytes();
    private final StringBuilder line = new StringBuilder();
    private Socket socket;
    private InputStream stream;
    private int position;
    private int limit;
    private long lastUse;

    /** A connection to this address, opened with the first request and anew when the other side has closed it, or may be about to. */
    public Wire(String url) {
        URI uri = URI.create(url);
        address = new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
        host = ("Host: " + uri.getHost() + ":" + address.getPort() + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param start method and path, as in {@code POST /api/v1/orders}
     * @param headers whole lines, each with its line end
     * @param content null for none; JSON
     */
    public Reply send(String start, byte[] headers, Bytes content) throws IOException {
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
        try {
            request.sendTo(socket.getOutputStream());
            Reply reply = read();
            lastUse = System.nanoTime();
            return reply;
        } catch (IOException e) {
            close();
            throw new IOException("connection: " + e.getMessage(), e);
        }
    }

    private void connect() throws IOException {
        if (socket != null && System.nanoTime() - lastUse < IDLE_NANOS) {
            return;
        }
        close();
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(address, TIMEOUT_MILLIS);
        stream = socket.getInputStream();
        position = 0;
        limit = 0;
    }

    private Reply read() throws IOException {
        String status = line();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            }
        }
        body.reset();
        if (chunked) {
            readChunks();
        } else {
            take(length);
        }
        if (last) {
            close();
        }
        return new Reply(Integer.parseInt(status.substring(9, 12)), body.toString(StandardCharsets.UTF_8));
    }

    private void readChunks() throws IOException {
        while (true) {
            String size = line();
            int semicolon = size.indexOf(';');
            int length = Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
            take(length);
            line();
            if (length == 0) {
                return;
            }
        }
    }

    private void take(int length) throws IOException {
        if (body.size() + length > LONGEST_BODY) {
            throw new IOException("an answer longer than " + LONGEST_BODY + " bytes");
        }
        int left = length;
        while (left > 0) {
            fill();
            int part = Math.min(left, limit - position);
            body.write(in, position, part);
            position += part;
            left -= part;
        }
    }

    private String line() throws IOException {
        line.setLength(0);
        while (true) {
            fill();
            char c = (char) (in[position++] & 0xff);
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
        }
    }

    private void fill() throws IOException {
        if (position < limit) {
            return;
        }
        position = 0;
        limit = Math.max(0, stream.read(in));
        if (limit == 0) {
            throw new EOFException("closed by the other side");
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            Socket old = socket;
            socket = null;
            old.close();
        }
    }
}

package io.onhand.acceptance.hostile;

import io.onhand.acceptance.product.Answer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP/1.1 connection on which any bytes can be sent: what a well-behaved client would never send too. Answers are read
 * by the rules of HTTP. Not for use by several threads.
 */
final class Wire implements AutoCloseable {
    /** How long the server may be silent, seconds: longer is a hang. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");
    private static final int MOST_ANSWER_BYTES = 64 * 1024 * 1024;

    private final Socket socket;
    private final InputStream in;

    /**
     * Connects.
     *
     * @param url of the product
     * @throws IOException if nothing listens there
     */
    Wire(String url) throws IOException {
        this(url, PATIENCE);
    }

    /** The same with a patience of one's own. */
    Wire(String url, Duration patience) throws IOException {
        URI address = URI.create(url);
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) patience.toMillis());
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), (int) patience.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends bytes as they are. */
    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends text, one byte a character. */
    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether the server has said something, or has closed the connection. */
    boolean hasAnswer() throws IOException {
        int patience = socket.getSoTimeout();
        socket.setSoTimeout(1);
        in.mark(1);
        try {
            in.read();
            in.reset();
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        } finally {
            socket.setSoTimeout(patience);
        }
    }

    /**
     * Reads one whole answer; interim ones (100) are passed over.
     *
     * @param request what it answers, for messages
     * @throws SocketTimeoutException if the server is silent for too long
     * @throws EOFException if the server closes the connection before the answer is whole
     */
    Answer answer(String request) throws IOException {
        return answer(request, false);
    }

    /** The same; an answer to HEAD has no body whatever its header says. */
    Answer answer(String request, boolean head) throws IOException {
        while (true) {
            Matcher status = STATUS.matcher(line());
            if (!status.matches()) {
                throw new IOException("not HTTP: " + status);
            }
            int code = Integer.parseInt(status.group(1));
            Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                fields.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
            if (code >= 200) {
                HttpHeaders headers = HttpHeaders.of(fields, (name, value) -> true);
                byte[] body = head || code == 204 || code == 304 ? new byte[0] : body(headers);
                return new Answer(request, code, headers, body);
            }
        }
    }

    private byte[] body(HttpHeaders headers) throws IOException {
        String coding = headers.firstValue("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        if (coding.equals("chunked")) {
            return chunks();
        }
        long length = headers.firstValueAsLong("Content-Length").orElse(-1);
        return length >= 0 ? exactly(length) : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line();
            int extension = size.indexOf(';');
            int length = Integer.parseInt((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
            if (length == 0) {
                while (!line().isEmpty()) {
                    // a trailer, which nobody asked for
                }
                return body.toByteArray();
            }
            body.write(exactly(length));
            line();
        }
    }

    private byte[] exactly(long length) throws IOException {
        if (length > MOST_ANSWER_BYTES) {
            throw new IOException("an answer of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed without an answer");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

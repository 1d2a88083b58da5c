package io.onhand.acceptance.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A reply as it comes over the wire (RFC 9112), as far as servers of ours use it: with a length, in chunks, or with nothing.
 *
 * @param reply what it says
 * @param isLast whether the other side closes the connection after it
 */
record Received(Reply reply, boolean isLast) {
    private static final int LINE_END = 2;

    /** The reply in the first {@code filled} bytes; null when it is not whole. */
    static Received of(byte[] bytes, int filled) {
        int headEnd = headEnd(bytes, filled);
        if (headEnd < 0) {
            return null;
        }
        List<String> head = new String(bytes, 0, headEnd, StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header : head) {
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
        int start = headEnd + 2 * LINE_END;
        String body = chunked ? chunks(bytes, start, filled) : text(bytes, start, length, filled);
        return body == null
                ? null
                : new Received(new Reply(Integer.parseInt(head.get(0).substring(9, 12)), body), last);
    }

    private static String text(byte[] bytes, int start, int length, int filled) {
        return start + length > filled ? null : new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    private static String chunks(byte[] bytes, int start, int filled) {
        Bytes body = new Bytes();
        int at = start;
        while (true) {
            int lineEnd = lineEnd(bytes, at, filled);
            if (lineEnd < 0) {
                return null;
            }
            String size = new String(bytes, at, lineEnd - at, StandardCharsets.ISO_8859_1);
            int semicolon = size.indexOf(';');
            int length = Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
            int next = lineEnd + LINE_END + length + LINE_END;
            if (next > filled) {
                return null;
            }
            if (length == 0) {
                return body.toString(StandardCharsets.UTF_8);
            }
            body.write(bytes, lineEnd + LINE_END, length);
            at = next;
        }
    }

    private static int headEnd(byte[] bytes, int filled) {
        for (int end = lineEnd(bytes, 0, filled); end >= 0; end = lineEnd(bytes, end + LINE_END, filled)) {
            if (lineEnd(bytes, end + LINE_END, filled) == end + LINE_END) {
                return end;
            }
        }
        return -1;
    }

    private static int lineEnd(byte[] bytes, int from, int filled) {
        for (int i = from; i + 1 < filled; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }
}

package io.onhand.acceptance.bench.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes that grow and are used again. */
public final class Bytes extends ByteArrayOutputStream {
    /** Empty. */
    public Bytes() {
        super(4_096);
    }

    /** Adds a text as UTF-8. */
    public Bytes add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Bytes add(byte[] bytes) {
        write(bytes, 0, bytes.length);
        return this;
    }

    /** Adds the digits of a number. */
    public Bytes add(long number) {
        return add(Long.toString(number));
    }

    /** What is in it; not a copy. */
    ByteBuffer buffer() {
        return ByteBuffer.wrap(buf, 0, count);
    }
}

package io.onhand.acceptance.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text with gaps, written {@code ~}, whose fixed parts are turned into bytes once. */
public final class Template {
    private final List<byte[]> parts = new ArrayList<>();

    /** Takes the text apart. */
    public Template(String text) {
        for (String part : text.split("~", -1)) {
            parts.add(part.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds the text with its gaps filled. */
    public void fill(Bytes into, String... values) {
        if (values.length != parts.size() - 1) {
            throw new IllegalArgumentException((parts.size() - 1) + " gaps, but " + values.length + " values");
        }
        into.add(parts.get(0));
        for (int i = 0; i < values.length; i++) {
            into.add(values[i]).add(parts.get(i + 1));
        }
    }
}

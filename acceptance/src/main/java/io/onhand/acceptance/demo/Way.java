package io.onhand.acceptance.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How an order comes in. */
enum Way {
    /** A buyer orders at a sandbox shop, which tells us by webhook. */
    WEBHOOK,
    /** A partner's program sends an order of a channel. */
    API,
    /** A mall's export is uploaded, looked at and committed. */
    FILE;

    /** As the command line calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ways that a word of the command line stands for; none when it is no such word. */
    static List<Way> named(String word) {
        return word.equals("all")
                ? List.of(values())
                : Arrays.stream(values()).filter(way -> way.word().equals(word)).toList();
    }
}

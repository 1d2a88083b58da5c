package io.onhand.api.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;

/** Reads query parameters. What cannot be read is 400 and names the parameter; null stays null. */
public final class Query {
    static final String TIME_RULE =
            "must be a time with an offset, e.g. 2026-11-21T09:30:00+09:00, in the years 1970 to 9999";
    private static final int MOST_CHARACTERS = 300;

    private Query() {}

    /** RFC 3339, in the years 1970 to 9999. */
    public static Instant time(String name, String text) {
        if (text == null) {
            return null;
        }
        // A plus sign that was not escaped reads as a space.
        Instant time = timeOrNull(text.replace(' ', '+'));
        if (time == null) {
            throw wrong(name, TIME_RULE);
        }
        return time;
    }

    static Instant timeOrNull(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.getYear() >= 1970 && time.getYear() <= 9999 ? time.toInstant() : null;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    public static UUID id(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw wrong(name, "must be a UUID");
        }
    }

    /** The same, where it must be there. */
    public static UUID requiredId(String name, String text) {
        return id(name, required(name, text));
    }

    /** A whole number, 0 or more. */
    public static Integer number(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(name, "must be a whole number, 0 or more");
        }
        throw wrong(name, "must be a whole number, 0 or more");
    }

    /** {@code true} or {@code false}; false when it is not there. */
    public static boolean flag(String name, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw wrong(name, "must be true or false");
    }

    /** One of these words. */
    public static String word(String name, String text, Collection<String> words) {
        if (text == null || words.contains(text)) {
            return text;
        }
        throw wrong(name, "must be one of " + String.join(", ", new TreeSet<>(words)));
    }

    /** At most 300 characters that the database can hold. */
    public static String text(String name, String text) {
        if (text != null && (text.length() > MOST_CHARACTERS || !Json.storable(text))) {
            throw wrong(name, "must be text of at most " + MOST_CHARACTERS + " characters");
        }
        return text;
    }

    /** The same, where it must be there. */
    public static String required(String name, String text) {
        if (text == null || text.isBlank()) {
            throw HttpRefusal.malformed("parameter-missing", name, "The query parameter " + name + " is missing");
        }
        return text(name, text);
    }

    private static HttpRefusal wrong(String name, String rule) {
        return HttpRefusal.malformed("wrong-type", name, name + " " + rule);
    }
}

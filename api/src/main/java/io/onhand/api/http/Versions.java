package io.onhand.api.http;

/** Versions of single things: {@code ETag} on the way out, {@code If-Match} on the way in. */
public final class Versions {
    private Versions() {}

    /** The version that the caller expects, or null when any will do. Anything but a version of ours is 400. */
    public static Long expected(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String tag = ifMatch.strip();
        if (tag.startsWith("W/")) {
            tag = tag.substring(2);
        }
        if (tag.length() >= 2 && tag.startsWith("\"") && tag.endsWith("\"")) {
            tag = tag.substring(1, tag.length() - 1);
        }
        try {
            return Long.valueOf(tag);
        } catch (NumberFormatException notOurs) {
            throw HttpRefusal.malformed("version-malformed", "If-Match", "If-Match must be one ETag that we sent");
        }
    }
}

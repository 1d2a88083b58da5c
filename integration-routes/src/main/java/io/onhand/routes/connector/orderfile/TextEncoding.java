package io.onhand.routes.connector.orderfile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds out which charset a text was written in, without ever accepting bytes that the charset does not have. */
final class TextEncoding {
    /** Korean Windows: EUC-KR with all 11,172 syllables. */
    static final Charset KOREAN = Charset.forName("MS949");
    /** Japanese Windows (CP932): Shift_JIS with 髙, ① and ㈱. */
    static final Charset JAPANESE = Charset.forName("windows-31j");

    /**
     * A charset that the bytes may be in.
     *
     * @param charset the charset
     * @param skip bytes of byte order mark to skip
     * @param exact whether every byte is valid in it
     */
    record Guess(Charset charset, int skip, boolean exact) {}

    private TextEncoding() {}

    /**
     * Charsets in which the bytes are valid text, best first: a byte order mark decides alone; else UTF-8 when every byte
     * fits; else the declared one, then the other mall charsets. When none fits, the declared one alone (unreadable
     * characters come out as U+FFFD and their rows are rejected).
     */
    static List<Guess> guesses(byte[] bytes, Charset declared) {
        if (startsWithUtf8Mark(bytes)) {
            return List.of(new Guess(StandardCharsets.UTF_8, 3, true));
        }
        if (startsWithUtf16Mark(bytes)) {
            return List.of(new Guess(
                    (bytes[0] & 0xFF) == 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 2, true));
        }
        Set<Charset> candidates = new LinkedHashSet<>();
        candidates.add(StandardCharsets.UTF_8);
        candidates.add(declared);
        candidates.add(KOREAN);
        candidates.add(JAPANESE);
        List<Guess> fitting = new ArrayList<>();
        for (Charset candidate : candidates) {
            if (fits(bytes, candidate)) {
                if (candidate.equals(StandardCharsets.UTF_8)) {
                    return List.of(new Guess(candidate, 0, true));
                }
                fitting.add(new Guess(candidate, 0, true));
            }
        }
        return fitting.isEmpty() ? List.of(new Guess(declared, 0, false)) : fitting;
    }

    static boolean startsWithUtf8Mark(byte[] bytes) {
        return bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF;
    }

    static boolean startsWithUtf16Mark(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFFFE || mark == 0xFEFF;
    }

    private static boolean fits(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }
}

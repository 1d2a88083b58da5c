package io.onhand.routes.connector.orderfile;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers as people and malls write them. */
final class Numbers {
    private static final int MAX_CHARS = 40;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    private static final Pattern GROUPED = Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?");

    private Numbers() {}

    /** A quantity or amount without its unit: {@code 29,700원} is 29700. Empty when it is not a number. */
    static Optional<BigDecimal> read(String text) {
        if (DIGITS.matcher(text).matches()) {
            return Optional.of(BigDecimal.valueOf(Long.parseLong(text)));
        }
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceFirst("^[\\\\₩¥$€£]", "")
                .replaceFirst("(?:원|円|개|個|点|KRW|JPY)$", "");
        return GROUPED.matcher(bare).matches() ? Optional.of(new BigDecimal(bare.replace(",", ""))) : Optional.empty();
    }
}

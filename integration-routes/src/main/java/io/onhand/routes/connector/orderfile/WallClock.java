package io.onhand.routes.connector.orderfile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dates that malls write: wall-clock texts in a dozen styles, or days since 1900 as Excel stores them. */
final class WallClock {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{4})\\s*[-./年년]\\s*(\\d{1,2})\\s*[-./月월]\\s*(\\d{1,2})\\s*[.日일]?"
                    + "(?:\\([^)]{1,3}\\))?"
                    + "(?:[T\\s]*(오전|오후|午前|午後|AM|PM)?\\s*(\\d{1,2})\\s*[:시時]\\s*(\\d{1,2})(?:\\s*[:분分]\\s*(\\d{1,2}))?\\s*[분分초秒]?"
                    + "(?:\\.\\d{1,9})?\\s*(AM|PM)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d{1,15})?");
    private static final LocalDateTime FROM_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime FROM_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final int MAX_CHARS = 60;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private final ZoneId zone;
    private final boolean from1904;

    WallClock(ZoneId zone, boolean from1904) {
        this.zone = zone;
        this.from1904 = from1904;
    }

    /** The instant that a text means; empty when it is not a date or a time that does not exist. */
    Optional<Instant> read(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        try {
            Matcher compact = COMPACT.matcher(text);
            if (compact.matches()) {
                return inRange(LocalDate.of(number(compact, 1, 0), number(compact, 2, 0), number(compact, 3, 0))
                        .atTime(number(compact, 4, 0), number(compact, 5, 0), number(compact, 6, 0)));
            }
            if (SERIAL.matcher(text).matches()) {
                return inRange(serial(new BigDecimal(text)));
            }
            Matcher matcher = TEXT.matcher(text);
            return matcher.matches() ? written(matcher) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDateTime serial(BigDecimal days) {
        long seconds =
                days.multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return (from1904 ? FROM_1904 : FROM_1900).plusSeconds(seconds);
    }

    private Optional<Instant> written(Matcher m) {
        int hour = number(m, 5, 0);
        String half = m.group(4) != null ? m.group(4) : m.group(8);
        if (half != null) {
            boolean afternoon = half.equals("오후") || half.equals("午後") || half.equals("PM");
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        LocalDateTime time = LocalDate.of(number(m, 1, 0), number(m, 2, 0), number(m, 3, 0))
                .atTime(hour, number(m, 6, 0), number(m, 7, 0));
        String offset = m.group(9);
        return offset == null ? inRange(time) : Optional.of(time.toInstant(ZoneOffset.of(offset)));
    }

    private Optional<Instant> inRange(LocalDateTime time) {
        boolean plausible = time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
        return plausible ? Optional.of(time.atZone(zone).toInstant()) : Optional.empty();
    }

    private static int number(Matcher matcher, int group, int otherwise) {
        String digits = matcher.group(group);
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}

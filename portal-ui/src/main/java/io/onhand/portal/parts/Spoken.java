package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Numbers, money and times as people of a language write them. */
public final class Spoken {
    private static final int MILLIS_SHOWN_UP_TO = 1_000;

    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Spoken() {}

    /** A whole number with separators, right-aligned in tabular figures. */
    public static Span count(long number, Locale locale) {
        Span shown = new Span(NumberFormat.getIntegerInstance(locale).format(number));
        shown.addClassName("num");
        return shown;
    }

    /** An amount in the currency's minor unit, e.g. 12900 KRW as ₩12,900. */
    public static String money(long minor, String currencyCode, Locale locale) {
        Currency currency = Currency.getInstance(currencyCode);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int digits = currency.getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(minor / Math.pow(10, digits));
    }

    /** Date and time to the minute. */
    public static String when(Instant at, ZoneId zone, Locale locale) {
        return at.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale));
    }

    /** Date and time as tables of other programs take them, e.g. {@code 2026-08-03 21:14:08}. */
    public static String sortable(Instant at, ZoneId zone) {
        return at == null ? "" : SORTABLE.format(at.atZone(zone));
    }

    /** An amount without its currency, e.g. 1290 USD as 12.90. */
    public static BigDecimal amount(long minor, String currencyCode) {
        return BigDecimal.valueOf(minor, Currency.getInstance(currencyCode).getDefaultFractionDigits());
    }

    /** A short span, e.g. {@code 340 ms} or {@code 2.4 s}. */
    public static String lag(Duration lag, Component asker) {
        long millis = lag.toMillis();
        if (millis < MILLIS_SHOWN_UP_TO) return asker.getTranslation("span.millis", millis);
        if (millis < 60_000) return asker.getTranslation("span.seconds", millis / 1000.0);
        return asker.getTranslation("span.minutes", millis / 60_000.0);
    }

    /** A size in bytes, e.g. {@code 1.4 MB}. */
    public static String size(long bytes, Locale locale) {
        if (bytes < 1_000) return bytes + " B";
        if (bytes < 1_000_000) return String.format(locale, "%.0f kB", bytes / 1_000.0);
        return String.format(locale, "%.1f MB", bytes / 1_000_000.0);
    }
}

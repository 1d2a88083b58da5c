package io.onhand.routes.connector.orderfile;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How one mall writes its orders: which column tells what, and the clock, money and charset it is written in. */
public final class OrderTemplate {
    private final String id;
    private final String mall;
    private final ZoneId zone;
    private final Currency currency;
    private final Charset charset;
    private final String country;
    private final MallRules rules;
    private final Map<Field, Binding> bindings;
    private final Set<String> knownColumns;
    private final boolean own;

    private OrderTemplate(Builder from, boolean own) {
        this.id = from.id;
        this.mall = from.mall;
        this.zone = from.zone;
        this.currency = from.currency;
        this.charset = from.charset;
        this.country = from.country;
        this.rules = from.rules;
        this.own = own;
        this.bindings = Collections.unmodifiableMap(new EnumMap<>(from.bindings));
        Set<String> known = new HashSet<>();
        from.columns.forEach(column -> known.add(HeaderName.normalise(column)));
        bindings.values().forEach(binding -> binding.parts()
                .forEach(part -> part.forEach(column -> known.add(HeaderName.normalise(column)))));
        this.knownColumns = Collections.unmodifiableSet(known);
    }

    /** Stable, e.g. {@code smartstore}; {@code own} for a merchant's own. */
    public String id() {
        return id;
    }

    /** The mall's name for people. */
    public String mall() {
        return mall;
    }

    /** Where the mall's clocks are. */
    public ZoneId zone() {
        return zone;
    }

    /** ISO 4217 code of every amount in the file. */
    public String currency() {
        return currency.getCurrencyCode();
    }

    /** What a text file without a byte order mark is written in when it is not UTF-8. */
    public Charset charset() {
        return charset;
    }

    /** The same template with other clocks and money, as a channel's settings may say; null keeps what is there. */
    public OrderTemplate with(ZoneId otherZone, String otherCurrency) {
        Builder copy = new Builder(id, mall);
        copy.zone = otherZone == null ? zone : otherZone;
        copy.currency = otherCurrency == null ? currency : Currency.getInstance(otherCurrency);
        copy.charset = charset;
        copy.country = country;
        copy.rules = rules;
        copy.bindings.putAll(bindings);
        copy.columns.addAll(knownColumns);
        return new OrderTemplate(copy, own);
    }

    int fractionDigits() {
        return Math.max(currency.getDefaultFractionDigits(), 0);
    }

    /** ISO 3166-1 alpha-2 code of the addresses; null when unknown. */
    String country() {
        return country;
    }

    MallRules rules() {
        return rules;
    }

    Map<Field, Binding> bindings() {
        return bindings;
    }

    boolean knows(String normalisedColumn) {
        return knownColumns.contains(normalisedColumn);
    }

    /** Whether a merchant made it; the columns that it does not name are nobody's business. */
    boolean isOwn() {
        return own;
    }

    static Builder of(String id, String mall) {
        return new Builder(id, mall);
    }

    /** Says a template as a list of columns. */
    static final class Builder {
        private final String id;
        private final String mall;
        private final Map<Field, Binding> bindings = new EnumMap<>(Field.class);
        private final List<String> columns = new ArrayList<>();
        private ZoneId zone = ZoneId.of("Asia/Seoul");
        private Currency currency = Currency.getInstance("KRW");
        private Charset charset = TextEncoding.KOREAN;
        private String country;
        private MallRules rules = MallRules.PLAIN;

        private Builder(String id, String mall) {
            this.id = id;
            this.mall = mall;
        }

        Builder korean() {
            zone = ZoneId.of("Asia/Seoul");
            currency = Currency.getInstance("KRW");
            charset = TextEncoding.KOREAN;
            country = "KR";
            return this;
        }

        Builder japanese() {
            zone = ZoneId.of("Asia/Tokyo");
            currency = Currency.getInstance("JPY");
            charset = TextEncoding.JAPANESE;
            country = "JP";
            return this;
        }

        /** Neither country's: the address's country stays open. */
        Builder elsewhere(String zoneId, String currencyCode) {
            switch (currencyCode) {
                case "KRW" -> korean();
                case "JPY" -> japanese();
                default -> country = null;
            }
            try {
                zone = ZoneId.of(zoneId);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("No time zone " + zoneId, e);
            }
            currency = Currency.getInstance(currencyCode);
            return this;
        }

        Builder rules(MallRules mallRules) {
            rules = mallRules;
            return this;
        }

        /** The file must have one of these columns; the first that is filled in a row counts. */
        Builder need(Field field, String... anyOf) {
            bindings.put(field, Binding.first(field, true, anyOf));
            return this;
        }

        /** The file must have all of these columns. */
        Builder needAll(Field field, String separator, String... allOf) {
            bindings.put(field, Binding.joined(field, true, separator, allOf));
            return this;
        }

        Builder may(Field field, String... anyOf) {
            bindings.put(field, Binding.first(field, false, anyOf));
            return this;
        }

        Builder mayAll(Field field, String separator, String... allOf) {
            bindings.put(field, Binding.joined(field, false, separator, allOf));
            return this;
        }

        /** Every column that the mall's file is known to have, separated by {@code |} and line breaks. */
        Builder columns(String all) {
            for (String column : all.split("[|\n]", -1)) {
                if (!column.isBlank()) {
                    columns.add(column.strip());
                }
            }
            return this;
        }

        OrderTemplate build() {
            return new OrderTemplate(this, false);
        }

        OrderTemplate buildOwn() {
            return new OrderTemplate(this, true);
        }
    }
}

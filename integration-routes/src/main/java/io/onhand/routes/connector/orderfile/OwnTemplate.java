package io.onhand.routes.connector.orderfile;

import io.onhand.channel.ColumnNames;
import io.onhand.refusal.Refusal;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A file that a merchant explained to us: each field is one named column. */
final class OwnTemplate implements MallRules {
    private static final Set<Field> REQUIRED = EnumSet.of(Field.ORDER_ID, Field.ORDERED_AT, Field.QUANTITY);

    private final Set<Field> named;

    private OwnTemplate(Set<Field> named) {
        this.named = named;
    }

    static OrderTemplate of(String name, Map<String, String> columns, String zoneId, String currency) {
        Map<Field, String> named = new EnumMap<>(Field.class);
        ColumnNames.problems(columns, OwnFields.ALL).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        columns.forEach((key, header) -> {
            if (header != null && !header.isBlank()) {
                named.put(Field.ofKey(key).orElseThrow(), header);
            }
        });
        if (!ZoneId.getAvailableZoneIds().contains(zoneId)) {
            throw Refusal.invalid("zone-unknown", "zone", "There is no time zone " + zoneId + ".");
        }
        if (java.util.Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            throw Refusal.invalid("currency-unknown", "currency", "There is no currency " + currency + ".");
        }
        OrderTemplate.Builder template = OrderTemplate.of(OrderTemplates.OWN, name)
                .elsewhere(zoneId, currency)
                .rules(new OwnTemplate(EnumSet.copyOf(named.keySet())));
        named.forEach((field, header) -> {
            if (REQUIRED.contains(field) || field == Field.SKU || field == Field.LISTING || field == Field.LINE_ID) {
                template.need(field, header);
            } else {
                template.may(field, header);
            }
        });
        return template.buildOwn();
    }

    /** Without a line number, a product stands once in an order. */
    @Override
    public String lineId(RowValues row) {
        return named.contains(Field.LINE_ID) ? row.id(Field.LINE_ID) : listingId(row);
    }

    @Override
    public String listingId(RowValues row) {
        return named.contains(Field.LISTING) ? MallRules.super.listingId(row) : row.id(Field.SKU);
    }

    /** A file without prices counts every unit as 0; a blank price in a file with prices is still an error. */
    @Override
    public long unitPrice(RowValues row, int quantity) {
        return named.contains(Field.UNIT_PRICE) ? MallRules.super.unitPrice(row, quantity) : 0;
    }

    @Override
    public boolean isCancelled(String status) {
        String lower = status.toLowerCase(java.util.Locale.ROOT);
        return KoreanStatus.isCancelled(status) || status.contains("キャンセル") || lower.startsWith("cancel");
    }
}

package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The malls whose files are known, and the templates that merchants make for others. */
public final class OrderTemplates {
    /** The id of every merchant's own template. */
    public static final String OWN = "own";

    private static final List<OrderTemplate> MALLS =
            List.of(SmartStore.TEMPLATE, Coupang.TEMPLATE, Esm.TEMPLATE, ElevenStreet.TEMPLATE, Rakuten.TEMPLATE);

    private OrderTemplates() {}

    /** Every mall whose file is known. */
    public static List<OrderTemplate> malls() {
        return MALLS;
    }

    /** The mall's template with this id: {@code smartstore}, {@code coupang}, {@code esm}, {@code 11st}, {@code rakuten}. */
    public static Optional<OrderTemplate> mall(String id) {
        return MALLS.stream().filter(mall -> mall.id().equals(id)).findFirst();
    }

    /**
     * A merchant's own template: which column tells which field.
     *
     * @param name what the merchant calls it
     * @param columns by {@link Field#key()} the header of the column; {@code orderId}, {@code orderedAt}, {@code quantity}
     *     and one of {@code sku} and {@code listingId} are required, {@code lineId} when an order may repeat a product
     * @param zoneId the clock of the dates, e.g. {@code Asia/Seoul}
     * @param currency ISO 4217 code of the amounts
     * @throws Refusal {@code template-field-unknown}, {@code column-needed}, {@code column-chosen-twice}, {@code zone-unknown}
     *     or {@code currency-unknown}
     */
    public static OrderTemplate own(String name, Map<String, String> columns, String zoneId, String currency) {
        return OwnTemplate.of(name, columns, zoneId, currency);
    }
}

package io.onhand.routes.connector.orderfile;

import java.util.Arrays;
import java.util.Optional;

/** What a column can tell about an order line. The key is the word that a merchant's own template uses. */
public enum Field {
    /** The mall's order number; rows with the same one are one order. */
    ORDER_ID("orderId"),
    /** What makes a line unique, for ever. */
    LINE_ID("lineId"),
    /** The mall's product. */
    LISTING("listingId"),
    /** What tells the variants of a mall's product apart. */
    VARIANT("variant"),
    /** The seller's own codes, best first. */
    SKU("sku"),
    TITLE("title"),
    /** The chosen option, in words. */
    OPTION("option"),
    /** Goods bought in addition, in words. */
    ADD_ON("addOn"),
    QUANTITY("quantity"),
    /** Price of one unit before discounts. */
    UNIT_PRICE("unitPrice"),
    /** Surcharge of the chosen option for one unit. */
    OPTION_PRICE("optionPrice"),
    /** Amount of the whole line; where a mall tells it as ordered and as it is now, the latter is first. */
    LINE_TOTAL("lineTotal"),
    /** Surcharge of the chosen option for the whole line. */
    OPTION_TOTAL("optionTotal"),
    /** Whether the unit price contains tax. */
    TAX_INCLUDED("taxIncluded"),
    /** Price of one unit with tax. */
    PRICE_WITH_TAX("priceWithTax"),
    /** When the buyer ordered, by the mall's wall clock. */
    ORDERED_AT("orderedAt"),
    /** What the mall says of the line: cancelled lines are not taken. */
    STATUS("status"),
    BUYER_NAME("buyerName"),
    BUYER_PHONE("buyerPhone"),
    BUYER_EMAIL("buyerEmail"),
    RECIPIENT_NAME("recipientName"),
    RECIPIENT_PHONE("recipientPhone"),
    POSTAL_CODE("postalCode"),
    REGION("region"),
    CITY("city"),
    ADDRESS_1("address1"),
    ADDRESS_2("address2"),
    NOTE("note"),
    /** Which site of several the order was placed at. */
    SITE("site"),
    /** Which of several destinations of an order the line goes to. */
    DESTINATION("destination"),
    /** Whether the order has several destinations. */
    SEVERAL_DESTINATIONS("severalDestinations");

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** The word for it in a merchant's own template. */
    public String key() {
        return key;
    }

    /** The field with this key, if there is one. */
    public static Optional<Field> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}

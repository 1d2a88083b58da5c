package io.onhand.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import java.util.Set;

/**
 * How a shop is set up.
 *
 * @param name what people call it
 * @param currency ISO 4217 code of its prices
 * @param clientSecret secret of the client whose id is the shop's id
 * @param webhookUrl where its webhooks go; null for none
 * @param webhookSecret {@code whsec_…}
 * @param quota how much its client may ask
 * @param batchLimit most items of one stock write, 1 to 1,000
 * @param decrementsOwnStock whether an order takes its units from the shop's own quantity at once
 * @param checksStock whether an order beyond the shop's own quantity is refused
 * @param historyLimit newest changes kept for each listing, 1 to 10,000
 */
record ShopSettings(
        String name,
        String currency,
        String clientSecret,
        String webhookUrl,
        String webhookSecret,
        Quota.Terms quota,
        int batchLimit,
        boolean decrementsOwnStock,
        boolean checksStock,
        int historyLimit) {

    private static final Set<String> NAMES = Set.of(
            "name",
            "currency",
            "clientSecret",
            "webhookUrl",
            "webhookSecret",
            "quota",
            "batchLimit",
            "decrementsOwnStock",
            "checksStock",
            "historyLimit");

    /** What a shop is before anybody set it up. */
    static ShopSettings initial(String shop) {
        return new ShopSettings(
                shop,
                "KRW",
                shop + "-secret",
                null,
                "whsec_c2FuZGJveC13ZWJob29rLXNlY3JldC0wMDAwMDAwMQ==",
                Quota.Terms.DEFAULT,
                100,
                true,
                false,
                StockBook.HISTORY_LIMIT);
    }

    /** These settings with everything replaced that {@code fields} names. */
    ShopSettings changed(Fields fields) {
        fields.only(NAMES);
        Fields terms = fields.object("quota").only(Set.of("requestsPerSecond", "burst"));
        return new ShopSettings(
                fields.textOr("name", name, 100),
                currency(fields),
                fields.textOr("clientSecret", clientSecret, 200),
                url(fields),
                secret(fields),
                new Quota.Terms(
                        terms.numberOr("requestsPerSecond", quota.requestsPerSecond(), 0, 100_000),
                        terms.integerOr("burst", quota.burst(), 1, 1_000_000)),
                fields.integerOr("batchLimit", batchLimit, 1, 1_000),
                fields.flagOr("decrementsOwnStock", decrementsOwnStock),
                fields.flagOr("checksStock", checksStock),
                fields.integerOr("historyLimit", historyLimit, 1, StockBook.HISTORY_LIMIT));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("name", name)
                .put("currency", currency)
                .put("clientSecret", clientSecret)
                .put("webhookUrl", webhookUrl)
                .put("webhookSecret", webhookSecret)
                .put("batchLimit", batchLimit)
                .put("decrementsOwnStock", decrementsOwnStock)
                .put("checksStock", checksStock)
                .put("historyLimit", historyLimit);
        json.putObject("quota")
                .put("requestsPerSecond", quota.requestsPerSecond())
                .put("burst", quota.burst());
        return json;
    }

    private String currency(Fields fields) {
        String code = fields.textOr("currency", currency, 3);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid(
                    "invalid_currency", fields.at("currency"), "currency must be an ISO 4217 code, e.g. KRW");
        }
    }

    private String url(Fields fields) {
        String url = fields.textOr("webhookUrl", webhookUrl, 2_000);
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw badUrl(fields);
        }
        throw badUrl(fields);
    }

    private String secret(Fields fields) {
        String secret = fields.textOr("webhookSecret", webhookSecret, 200);
        try {
            Signature.with(secret);
            return secret;
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid(
                    "invalid_secret",
                    fields.at("webhookSecret"),
                    "webhookSecret must be whsec_ and base64 of 24 to 64 bytes");
        }
    }

    private static ApiError badUrl(Fields fields) {
        return ApiError.invalid(
                "invalid_url", fields.at("webhookUrl"), "webhookUrl must be an absolute http or https address");
    }
}

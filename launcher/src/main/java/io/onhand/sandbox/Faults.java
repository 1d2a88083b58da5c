package io.onhand.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a shop does wrong on purpose. Rates are shares from 0 (never) to 1 (always).
 *
 * @param webhookDelayMs every first attempt of a webhook waits this long, 0 to 600,000 ms
 * @param webhookDuplicate extra copies of every webhook, 0 to 20
 * @param webhookShuffle first attempts wait a random time below {@value #SHUFFLE_MS} ms, so that they overtake each other
 * @param webhookBadSignature share of attempts that are signed with a wrong key
 * @param webhookDrop share of webhooks that are never sent
 * @param http5xxRate share of requests answered with 503 before anything happens
 * @param throttleRate share of requests answered with 429 before anything happens
 * @param dropConnectionRate share of requests whose connection is closed before anything happens
 * @param dropAfterApplyRate share of requests that are carried out and whose connection is then closed without an answer
 * @param slowMs every answer waits this long, 0 to 600,000 ms
 * @param tokenExpiresS bearer tokens, also those already given, live this many seconds; null means the normal hour
 * @param partialFailureRate share of the items of a stock write that are rejected with temporarily_unavailable
 */
record Faults(
        int webhookDelayMs,
        int webhookDuplicate,
        boolean webhookShuffle,
        double webhookBadSignature,
        double webhookDrop,
        double http5xxRate,
        double throttleRate,
        double dropConnectionRate,
        double dropAfterApplyRate,
        int slowMs,
        Integer tokenExpiresS,
        double partialFailureRate) {

    /** Upper bound of the random delay of a shuffled webhook, in milliseconds. */
    static final int SHUFFLE_MS = 1_500;

    static final Faults NONE = new Faults(0, 0, false, 0, 0, 0, 0, 0, 0, 0, null, 0);

    private static final int MOST_MS = 600_000;
    private static final Set<String> NAMES = Set.of(
            "webhook_delay_ms",
            "webhook_duplicate",
            "webhook_shuffle",
            "webhook_bad_signature",
            "webhook_drop",
            "http_5xx_rate",
            "throttle_rate",
            "drop_connection_rate",
            "drop_after_apply_rate",
            "slow_ms",
            "token_expires_s",
            "partial_failure_rate");

    /** The faults in {@code fields}; what is not named is off. */
    static Faults read(Fields fields) {
        fields.only(NAMES);
        return new Faults(
                fields.integerOr("webhook_delay_ms", 0, 0, MOST_MS),
                fields.integerOr("webhook_duplicate", 0, 0, 20),
                fields.flagOr("webhook_shuffle", false),
                fields.rateOr("webhook_bad_signature", 0),
                fields.rateOr("webhook_drop", 0),
                fields.rateOr("http_5xx_rate", 0),
                fields.rateOr("throttle_rate", 0),
                fields.rateOr("drop_connection_rate", 0),
                fields.rateOr("drop_after_apply_rate", 0),
                fields.integerOr("slow_ms", 0, 0, MOST_MS),
                fields.has("token_expires_s") ? (Integer) fields.integer("token_expires_s", 0, 86_400) : null,
                fields.rateOr("partial_failure_rate", 0));
    }

    /** Whether something with this rate happens now. */
    static boolean strikes(double rate) {
        return rate > 0 && ThreadLocalRandom.current().nextDouble() < rate;
    }

    /** How long the first attempt of a webhook waits, in milliseconds. */
    long webhookWaitMs() {
        return webhookDelayMs + (webhookShuffle ? ThreadLocalRandom.current().nextLong(SHUFFLE_MS) : 0L);
    }

    ObjectNode toJson() {
        return Json.object()
                .put("webhook_delay_ms", webhookDelayMs)
                .put("webhook_duplicate", webhookDuplicate)
                .put("webhook_shuffle", webhookShuffle)
                .put("webhook_bad_signature", webhookBadSignature)
                .put("webhook_drop", webhookDrop)
                .put("http_5xx_rate", http5xxRate)
                .put("throttle_rate", throttleRate)
                .put("drop_connection_rate", dropConnectionRate)
                .put("drop_after_apply_rate", dropAfterApplyRate)
                .put("slow_ms", slowMs)
                .put("token_expires_s", tokenExpiresS)
                .put("partial_failure_rate", partialFailureRate);
    }
}

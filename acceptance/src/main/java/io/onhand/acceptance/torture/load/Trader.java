package io.onhand.acceptance.torture.load;

import java.util.List;
import java.util.Optional;

/**
 * A tenant with what it sells, and where.
 *
 * @param alias of the tenant
 * @param client its partner client
 * @param currency of its orders
 * @param locations codes of its places
 * @param stands its shops
 * @param fileChannel the channel that reads 11st's files, if it has one
 */
public record Trader(
        String alias,
        String client,
        String currency,
        List<String> locations,
        List<Stand> stands,
        Optional<String> fileChannel) {
    /** Only received and sold: nothing excuses one unit too many that is sold of these. */
    static final List<String> CALM = List.of("TORT-A", "TORT-B");

    /** Also counted, and lost. */
    static final List<String> UNRULY = List.of("TORT-C", "TORT-D");

    /** One A and two C. */
    static final String BUNDLE = "TORT-SET";

    /** So many that it never runs out: for the question whether orders are taken at all. */
    public static final String PROBE = "TORT-PROBE";

    /** What buyers want. */
    static final List<String> SOLD = List.of("TORT-A", "TORT-B", "TORT-C", "TORT-D", BUNDLE);

    /** What stock is kept of, but for the probe. */
    static final List<String> KEPT = List.of("TORT-A", "TORT-B", "TORT-C", "TORT-D");
}

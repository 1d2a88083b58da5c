package io.onhand.acceptance.demo;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * An order on its way.
 *
 * @param channelId the channel that it was placed at
 * @param number the channel's number of it
 * @param arrivedAt when it arrived at us; may be known only after a while
 */
record Placed(String channelId, String number, Supplier<Instant> arrivedAt) {}

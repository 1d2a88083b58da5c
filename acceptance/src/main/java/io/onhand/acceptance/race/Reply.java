package io.onhand.acceptance.race;

import java.time.Duration;

/**
 * How one order was answered.
 *
 * @param what {@code held} or {@code refused}, or else what came instead: another state, a status, no answer
 * @param orderId our id of the order, empty when there is none
 * @param took how long the answer took
 */
record Reply(String what, String orderId, Duration took) {}

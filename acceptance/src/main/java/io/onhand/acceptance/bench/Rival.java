package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Act;

/**
 * What a throughput is compared with.
 *
 * @param what in words
 * @param clients how many there are at once
 * @param cast null when there is nothing to compare with
 * @param product whether it runs on the product, not on the bare database
 * @param must ratio to be reached
 * @param aim ratio that would be better still
 */
record Rival(String what, int clients, Act.Cast cast, boolean product, Double must, Double aim) {}

package io.onhand.acceptance.journey;

import io.onhand.acceptance.product.SandboxShop;

/**
 * One of the ten demo malls as it sells the goods of a test.
 *
 * @param name our name of the channel
 * @param channelId our id of it
 * @param listing the shop's id of the goods
 * @param shop the sandbox shop
 */
record Stall(String name, String channelId, String listing, SandboxShop shop) {}

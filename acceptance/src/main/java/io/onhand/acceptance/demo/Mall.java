package io.onhand.acceptance.demo;

import io.onhand.acceptance.product.SandboxShop;

/**
 * One of the ten channels, seen from both sides.
 *
 * @param name our name of the channel, e.g. Mall 03
 * @param channelId our id of it
 * @param listing the shop's id of what it sells
 * @param shop the shop itself
 */
record Mall(String name, String channelId, String listing, SandboxShop shop) {}

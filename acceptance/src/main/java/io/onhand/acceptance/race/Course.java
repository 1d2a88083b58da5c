package io.onhand.acceptance.race;

import io.onhand.acceptance.product.SandboxShop;
import java.util.List;

/**
 * What is raced for, and where.
 *
 * @param sku a SKU of this race alone
 * @param lanes the ten channels that sell it
 */
record Course(String sku, List<Lane> lanes) {
    /**
     * One channel.
     *
     * @param channelId our id of it
     * @param listing the shop's id of the SKU
     * @param shop the sandbox shop behind it
     */
    record Lane(String channelId, String listing, SandboxShop shop) {}
}

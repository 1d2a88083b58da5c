package io.onhand.acceptance.torture.load;

import io.onhand.acceptance.product.SandboxShop;

/**
 * A shop of the sandbox marketplace as a channel of a tenant.
 *
 * @param channelId our id of the channel
 * @param shop the shop
 */
public record Stand(String channelId, SandboxShop shop) {
    /** What the shop calls the goods of this code. */
    public String listing(String sku) {
        return "T-" + shop.id() + "-" + sku;
    }
}

package io.onhand.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * What a channel calls the thing that it sells, and the SKU that it is.
 *
 * @param externalId the channel's own id, unique in the channel
 * @param sellerCode the code that the channel says the merchant gave, or null
 * @param state {@code linked}; {@code unmatched} when no SKU answers to its codes; {@code ambiguous} when several do
 * @param skuId null unless linked
 * @param toldQuantity what the channel was last told, or null
 * @param toldAt when it took it
 * @param staleSince since when the channel waits to be told again, or null
 * @param lastError why the channel did not take its quantity, in its words; empty when it said nothing of it; null when it took
 *     it or is in trouble itself
 */
public record Listing(
        UUID id,
        UUID channelId,
        String channelName,
        String externalId,
        String sellerCode,
        String title,
        String state,
        UUID skuId,
        String skuCode,
        Integer toldQuantity,
        Instant toldAt,
        Instant staleSince,
        String lastError,
        long version,
        Instant createdAt) {}

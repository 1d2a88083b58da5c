package io.onhand.stock;

import io.onhand.channel.PolicyInForce;

/** Which levels can serve channels, in SQL. */
public final class NetworkLevels {
    /**
     * The condition that a level {@code l} is of a leaf in {@code f(leaf_id)}, at a location of the networks of channels; of
     * inactive ones too. Every level is found once, and all of them in one walk through their index: a join would look up
     * each leaf by itself. Binds the tenant twice, then the ids of the channels.
     */
    public static final String OF_LEAVES = """
            l.tenant_id = ? and l.sku_id = any(array(select f.leaf_id from f)) and l.location_id = any(
              array(select n.location_id from channel c
                %s where c.tenant_id = ? and c.id = any(?)))""".formatted(PolicyInForce.NETWORK);

    private NetworkLevels() {}
}

package io.onhand.stock;

/** Which levels can serve channels, in SQL. */
public final class NetworkLevels {
    /**
     * The condition that a level {@code l} is of a leaf in {@code f(leaf_id)}, at a location of the networks of channels; of
     * inactive ones too. Every level is found once, and all of them in one walk through their index: a join would look up
     * each leaf by itself. A policy in force is looked up behind a fence: where a tenant had few versions of its policies, all of
     * them would be read to find one. Binds the tenant twice, then the ids of the channels.
     */
    public static final String OF_LEAVES = """
            l.tenant_id = ? and l.sku_id = any(array(select f.leaf_id from f)) and l.location_id = any(
              array(select n.location_id from channel c cross join lateral (
                  select * from channel_policy_location n where n.tenant_id = c.tenant_id and n.channel_id = c.id and n.version = c.policy_version offset 0) n
                where c.tenant_id = ? and c.id = any(?)))""";

    private NetworkLevels() {}
}

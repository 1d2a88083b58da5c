package io.onhand.channel;

/**
 * SQL that joins the policy in force to a channel {@code c}. By its key, behind a fence: where the tables are small the
 * planner would read all versions of all policies of the tenant to find one.
 */
public final class PolicyInForce {
    /** Joins the policy {@code p}. */
    public static final String POLICY = """
            cross join lateral (select * from channel_policy p
              where p.tenant_id = c.tenant_id and p.channel_id = c.id and p.version = c.policy_version offset 0) p
            """;

    /** Joins each location {@code n} of its network, of inactive ones too; a channel without any stays, once. */
    public static final String NETWORK = """
            left join lateral (select * from channel_policy_location n
              where n.tenant_id = c.tenant_id and n.channel_id = c.id and n.version = c.policy_version offset 0) n on true
            """;

    private PolicyInForce() {}
}

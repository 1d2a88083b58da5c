package io.onhand.stock;

import io.onhand.channel.ChannelPolicy;
import io.onhand.channel.PolicyInForce;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a channel may offer: what its network can make ({@link NetworkUnits}), then the channel's policy. The same places serve
 * its orders. Use inside {@link TenantScope#look}.
 */
@Singleton
public class Availability {
    private static final int MAX_HOLDS_SHOWN = 100;

    private final TenantScope scope;
    private final Clock clock;

    @Inject
    public Availability(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** A question: what may this channel offer of this SKU? */
    public record Question(UUID channel, UUID sku) {}

    /**
     * An answer.
     *
     * @param networkUnits units that the network can make
     * @param ats units that the channel may offer, after its policy
     * @param policyVersion the version that made it
     */
    public record Answer(UUID channel, UUID sku, int networkUnits, int ats, int policyVersion) {}

    /** Answers in no particular order; a channel that does not exist has none. */
    public List<Answer> of(Collection<Question> questions) {
        if (questions.isEmpty()) return List.of();
        UUID[] channels = questions.stream().map(Question::channel).distinct().toArray(UUID[]::new);
        Supplier<Map<UUID, ChannelPolicy>> askedPolicies = policies(channels);
        Supplier<Leaves> askedLeaves = leaves(
                channels,
                "select null as code, l.* from (" + BundleLeaves.OF_SKUS + ") l",
                questions.stream().map(Question::sku).distinct().toArray(UUID[]::new));
        Map<UUID, ChannelPolicy> policies = askedPolicies.get();
        Leaves leaves = askedLeaves.get();
        return questions.stream()
                .filter(question -> policies.containsKey(question.channel()))
                .map(question -> answer(question, policies.get(question.channel()), leaves.of(question.sku())))
                .toList();
    }

    /**
     * Answers for SKUs by their codes, all read in one round trip.
     *
     * @param channel null for every channel
     * @return by the code; one that no SKU has is missing
     * @throws Refusal {@code channel-not-found}
     */
    public Map<String, List<Answer>> of(Collection<String> codes, UUID channel) {
        UUID[] channels = channel == null ? channels() : new UUID[] {channel};
        Supplier<Map<UUID, ChannelPolicy>> askedPolicies = policies(channels);
        Leaves leaves = leaves(
                        channels,
                        BundleLeaves.of(
                                "select tenant_id, code, id as sku_id from sku where tenant_id = ? and code = any(?)"),
                        codes.toArray(String[]::new))
                .get();
        Map<UUID, ChannelPolicy> policies = askedPolicies.get();
        if (channel != null && policies.isEmpty()) throw Refusal.notFound("channel", channel);
        Map<String, List<Answer>> answers = new TreeMap<>();
        leaves.idsByCode.forEach((code, sku) -> answers.put(
                code,
                policies.entrySet().stream()
                        .map(its -> answer(new Question(its.getKey(), sku), its.getValue(), leaves.of(sku)))
                        .toList()));
        return answers;
    }

    private UUID[] channels() {
        return scope.sql()
                .list("select id from channel where tenant_id = ? order by id", row -> row.id("id"), scope.tenant())
                .toArray(UUID[]::new);
    }

    /** What each channel may sell of each SKU; a channel that does not exist has no answer. */
    public Map<Question, Integer> ats(Collection<Question> questions) {
        Map<Question, Integer> ats = new HashMap<>();
        for (Answer answer : of(Set.copyOf(questions)))
            ats.put(new Question(answer.channel(), answer.sku()), answer.ats());
        return ats;
    }

    private static Answer answer(Question question, ChannelPolicy policy, List<Leaf> leaves) {
        int units = NetworkUnits.of(policy.network(), leaves);
        return new Answer(question.channel(), question.sku(), units, policy.listed(units), policy.version());
    }

    /** The policies in force by channel, in the order of their ids; a network without the locations that serve nobody now. */
    private Supplier<Map<UUID, ChannelPolicy>> policies(UUID[] channels) {
        return scope.sql()
                .ask(
                        new TreeMap<>(),
                        (policies, row) -> policies.put(row.id("id"), policy(row)),
                        """
                        select c.id, p.*, array(select n.location_id from channel_policy_location n
                          join location o on o.tenant_id = n.tenant_id and o.id = n.location_id and o.active
                          where n.tenant_id = p.tenant_id and n.channel_id = p.channel_id and n.version = p.version order by n.position) as network
                        from channel c %s
                        where c.tenant_id = ? and c.id = any(?)""".formatted(PolicyInForce.POLICY),
                        scope.tenant(),
                        channels);
    }

    /**
     * What each SKU is made of, and where the networks of those channels have it.
     *
     * @param leaves the SQL that reads what SKUs are made of, by tenant and {@code skus}
     * @param skus their ids or codes
     */
    private Supplier<Leaves> leaves(UUID[] channels, String leaves, Object skus) {
        return scope.sql()
                .ask(
                        new Leaves(),
                        Leaves::read,
                        """
                        with f as materialized (%s)
                        select f.code, f.sku_id, f.leaf_id, f.quantity, null::uuid as location_id, null::int as free from f
                        union all
                        select null, null, l.sku_id, null, l.location_id, l.on_hand - l.reserved - l.safety_stock from stock_level l
                        where %s""".formatted(leaves, NetworkLevels.OF_LEAVES),
                        scope.tenant(),
                        skus,
                        scope.tenant(),
                        scope.tenant(),
                        channels);
    }

    /** Leaves by SKU. */
    private static final class Leaves {
        private final Map<String, UUID> idsByCode = new HashMap<>();
        private final Map<UUID, List<Leaf>> ofSku = new HashMap<>();
        private final Map<UUID, Map<UUID, Integer>> free = new HashMap<>();

        /** A leaf of a SKU, or what is free of a leaf at a location; in any order. */
        private void read(Row row) throws SQLException {
            UUID leaf = row.id("leaf_id");
            Map<UUID, Integer> places = free.computeIfAbsent(leaf, id -> new HashMap<>());
            UUID location = row.id("location_id");
            if (location != null) {
                places.put(location, row.number("free"));
                return;
            }
            UUID sku = row.id("sku_id");
            String code = row.text("code");
            if (code != null) idsByCode.put(code, sku);
            ofSku.computeIfAbsent(sku, id -> new ArrayList<>()).add(new Leaf(row.number("quantity"), places));
        }

        private List<Leaf> of(UUID sku) {
            return ofSku.getOrDefault(sku, List.of());
        }
    }

    /**
     * A number with everything that made it.
     *
     * @param at when it was true
     * @param bufferUnits units that the buffer kept back
     * @param parts one for each leaf at each location of the network
     * @param holds the newest open holds on those parts, at most {@value #MAX_HOLDS_SHOWN}
     */
    public record Explanation(
            UUID channel,
            UUID sku,
            Instant at,
            int networkUnits,
            int bufferUnits,
            int ats,
            ChannelPolicy policy,
            List<Part> parts,
            List<HeldBy> holds) {}

    /**
     * One leaf at one location.
     *
     * @param perUnit units of the leaf in one unit of the SKU
     * @param free on hand − reserved − safety stock, never below 0
     * @param units whole units of the SKU that this leaf allows here
     * @param active whether the location serves at all; an inactive one counts as 0
     */
    public record Part(
            String location,
            String locationName,
            String leaf,
            int perUnit,
            int onHand,
            int reserved,
            int safetyStock,
            int free,
            int units,
            boolean active) {}

    /** Units of a leaf that an order holds. */
    public record HeldBy(
            UUID order,
            String orderNumber,
            String channel,
            String location,
            String locationName,
            String leaf,
            int units,
            Instant since) {}

    /**
     * All of it read in one round trip; the number is worked out from the parts that are shown, so that they always make it.
     *
     * @throws Refusal {@code channel-not-found}
     */
    public Explanation explain(UUID channel, UUID sku) {
        Supplier<List<ChannelPolicy>> askedPolicy = policy(channel);
        Supplier<Parts> askedParts = parts(channel, sku);
        Supplier<List<HeldBy>> askedHolds = holds(channel, sku);
        ChannelPolicy policy =
                askedPolicy.get().stream().findFirst().orElseThrow(() -> Refusal.notFound("channel", channel));
        Parts parts = askedParts.get();
        int units = NetworkUnits.of(policy.network(), List.copyOf(parts.leaves.values()));
        return new Explanation(
                channel,
                sku,
                clock.instant(),
                units,
                policy.buffer(units),
                policy.listed(units),
                policy,
                parts.shown,
                askedHolds.get());
    }

    /** The policy in force, with locations that serve nobody now; nothing when there is no such channel. */
    private Supplier<List<ChannelPolicy>> policy(UUID channel) {
        return scope.sql()
                .ask(
                        new ArrayList<>(),
                        (policies, row) -> policies.add(policy(row)),
                        """
                        select p.*, array(select n.location_id from channel_policy_location n
                          where n.tenant_id = p.tenant_id and n.channel_id = p.channel_id and n.version = p.version order by n.position) as network
                        from channel c %s
                        where c.tenant_id = ? and c.id = ?""".formatted(PolicyInForce.POLICY),
                        scope.tenant(),
                        channel);
    }

    private Supplier<Parts> parts(UUID channel, UUID sku) {
        return scope.sql()
                .ask(new Parts(), Parts::read, """
                        select o.id as location_id, o.code as location, o.name as location_name, f.leaf_id, s.code as leaf, f.quantity as per_unit,
                          coalesce(l.on_hand, 0) as on_hand, coalesce(l.reserved, 0) as reserved, coalesce(l.safety_stock, 0) as safety_stock, o.active
                        from channel c %s
                        join location o on o.tenant_id = c.tenant_id and o.id = n.location_id
                        join sku_leaf f on f.tenant_id = o.tenant_id and f.sku_id = ?
                        join sku s on s.tenant_id = f.tenant_id and s.id = f.leaf_id
                        left join stock_level l on l.tenant_id = o.tenant_id and l.sku_id = f.leaf_id and l.location_id = o.id
                        where c.tenant_id = ? and c.id = ?
                        order by n.position, s.code""".formatted(PolicyInForce.NETWORK), sku, scope.tenant(), channel);
    }

    /** What is shown of each leaf at each location, and what follows from it. */
    private static final class Parts {
        private final List<Part> shown = new ArrayList<>();
        private final Map<UUID, Leaf> leaves = new HashMap<>();

        private void read(Row row) throws SQLException {
            Part part = part(row);
            shown.add(part);
            Leaf leaf = leaves.computeIfAbsent(row.id("leaf_id"), id -> new Leaf(part.perUnit(), new HashMap<>()));
            if (part.active()) leaf.free().put(row.id("location_id"), part.free());
        }
    }

    private Supplier<List<HeldBy>> holds(UUID channel, UUID sku) {
        return scope.sql()
                .ask(
                        new ArrayList<>(),
                        (holds, row) -> holds.add(heldBy(row)),
                        """
                        select h.order_id, d.external_id, c.name as channel, o.code as location, o.name as location_name, s.code as leaf,
                          h.quantity - h.posted - h.released as units, h.created_at
                        from stock_hold h join sku_leaf f on f.tenant_id = h.tenant_id and f.leaf_id = h.sku_id and f.sku_id = ?
                        join sku s on s.tenant_id = h.tenant_id and s.id = h.sku_id
                        join location o on o.tenant_id = h.tenant_id and o.id = h.location_id
                        join sales_order d on d.tenant_id = h.tenant_id and d.id = h.order_id
                        join channel c on c.tenant_id = d.tenant_id and c.id = d.channel_id
                        where h.tenant_id = ? and h.posted + h.released < h.quantity and h.location_id = any(array(
                          select n.location_id from channel c %s where c.tenant_id = ? and c.id = ?))
                        order by h.created_at desc, h.id desc limit ?""".formatted(PolicyInForce.NETWORK),
                        sku,
                        scope.tenant(),
                        scope.tenant(),
                        channel,
                        MAX_HOLDS_SHOWN);
    }

    private static ChannelPolicy policy(Row row) throws SQLException {
        return new ChannelPolicy(
                row.number("version"),
                row.ids("network"),
                row.number("buffer_units"),
                row.number("buffer_percent"),
                row.numberOrNull("max_listed"),
                row.number("zero_at_or_below"),
                row.text("out_of_stock"));
    }

    static HeldBy heldBy(Row row) throws SQLException {
        return new HeldBy(
                row.id("order_id"),
                row.text("external_id"),
                row.text("channel"),
                row.text("location"),
                row.text("location_name"),
                row.text("leaf"),
                row.number("units"),
                row.instant("created_at"));
    }

    private static Part part(Row row) throws SQLException {
        boolean active = row.flag("active");
        int free = Math.max(0, row.number("on_hand") - row.number("reserved") - row.number("safety_stock"));
        return new Part(
                row.text("location"),
                row.text("location_name"),
                row.text("leaf"),
                row.number("per_unit"),
                row.number("on_hand"),
                row.number("reserved"),
                row.number("safety_stock"),
                free,
                active ? free / row.number("per_unit") : 0,
                active);
    }
}

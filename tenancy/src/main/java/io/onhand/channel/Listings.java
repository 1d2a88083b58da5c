package io.onhand.channel;

import static io.onhand.tenant.Columns.column;

import io.onhand.catalog.Catalog;
import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import io.onhand.relay.Outbox;
import io.onhand.tenant.Cursor;
import io.onhand.tenant.Ids;
import io.onhand.tenant.Page;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The tenant's listings. Use inside {@link TenantScope#call}. */
@Singleton
public class Listings {
    /** Most listings in one call. */
    public static final int MAX_BATCH = 500;

    private static final String SELECT = """
            select l.id, l.channel_id, c.name as channel_name, l.external_id, l.seller_code, l.title, l.state, l.sku_id,
              s.code as sku_code, p.told_quantity, p.told_at, p.stale_since, p.last_error, l.version, l.created_at
            from listing l join channel c on c.tenant_id = l.tenant_id and c.id = l.channel_id
            left join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
            left join publication p on p.tenant_id = l.tenant_id and p.listing_id = l.id
            """;

    private final TenantScope scope;
    private final StaleListings stale;
    private final Outbox outbox;
    private final Catalog catalog;
    private final Clock clock;

    @Inject
    public Listings(TenantScope scope, Catalog catalog, StaleListings stale, Outbox outbox, Clock clock) {
        this.scope = scope;
        this.stale = stale;
        this.outbox = outbox;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** A listing as it was seen in an order or said by a partner; the codes are tried in their order. */
    public record Seen(UUID channel, String externalId, List<String> codes, String title) {
        private Key key() {
            return new Key(channel, externalId);
        }
    }

    /** The keys of what was seen, each once. */
    public static List<Key> keys(Collection<Seen> seen) {
        return seen.stream().map(Seen::key).distinct().toList();
    }

    /** A channel's own id. */
    public record Key(UUID channel, String externalId) {}

    /** What a listing stands for; {@code sku} is null while it waits to be linked. */
    public record Link(UUID listing, UUID sku) {}

    /**
     * The links of what was seen. An unknown listing is made: linked when exactly one SKU answers to the first of its codes
     * that answers at all (its code or one of its identifiers), else waiting for a person.
     */
    public Map<Key, Link> resolve(Collection<Seen> seen) {
        return resolve(seen, known(seen));
    }

    /** The same, when the links of those that were seen before have been read already. */
    public Map<Key, Link> resolve(Collection<Seen> seen, Map<Key, Link> known) {
        Map<Key, Seen> unknown = new LinkedHashMap<>();
        for (Seen one : seen) if (!known.containsKey(one.key())) unknown.putIfAbsent(one.key(), one);
        if (unknown.isEmpty()) return known;
        insert(List.copyOf(unknown.values()));
        return known(seen);
    }

    /** The links of those that were seen before. */
    private Map<Key, Link> known(Collection<Seen> seen) {
        List<Key> keys = keys(seen);
        Map<Key, Link> links = new HashMap<>();
        scope.sql()
                .list(
                        """
                        select l.channel_id, l.external_id, l.id, l.sku_id
                        from unnest(?::uuid[], ?::text[]) as k(channel_id, external_id)
                        join listing l on l.tenant_id = ? and l.channel_id = k.channel_id and l.external_id = k.external_id""",
                        row -> links.put(
                                new Key(row.id("channel_id"), row.text("external_id")),
                                new Link(row.id("id"), row.id("sku_id"))),
                        column(keys, Key::channel, UUID[]::new),
                        column(keys, Key::externalId, String[]::new),
                        scope.tenant());
        return links;
    }

    /** The SKUs that {@link #resolve} would give, without making anything; what would wait to be linked is missing. */
    public Map<Key, UUID> foresee(Collection<Seen> seen) {
        Map<Key, Seen> wanted = new LinkedHashMap<>();
        for (Seen one : seen) wanted.putIfAbsent(one.key(), one);
        Map<Key, Link> links = known(seen);
        Map<String, Set<UUID>> answers = answers(
                wanted.values().stream().flatMap(one -> one.codes().stream()).toList());
        Map<Key, UUID> skus = new HashMap<>();
        wanted.forEach((key, one) -> {
            Link link = links.get(key);
            UUID sku = link == null ? onlyAnswer(one, answers) : link.sku();
            if (sku != null) skus.put(key, sku);
        });
        return skus;
    }

    /**
     * Makes listings, or links existing ones to the SKU of {@code skuCode}.
     *
     * @param wanted at most {@value #MAX_BATCH}; the channel and the id name a listing
     */
    public void save(UUID channel, List<Draft> wanted, String actor) {
        Require.range("listings.size", wanted.size(), 1, MAX_BATCH);
        refuseUnknown(channel);
        Set<String> ids = new HashSet<>();
        Map<String, UUID> skus =
                catalog.idsOf(wanted.stream().map(Draft::skuCode).toList());
        for (int i = 0; i < wanted.size(); i++) {
            Draft draft = wanted.get(i);
            Require.text("listings[" + i + "].externalId", draft.externalId(), 200);
            Require.optionalText("listings[" + i + "].title", draft.title(), 500);
            if (!ids.add(draft.externalId()))
                throw Refusal.invalid(
                        "listing-twice", "listings[" + i + "].externalId", draft.externalId() + " is named twice");
            if (!skus.containsKey(draft.skuCode()))
                throw Refusal.invalid("sku-unknown", "listings[" + i + "].skuCode", "No SKU " + draft.skuCode());
        }
        List<UUID> linked = scope.sql()
                .list(
                        """
                        insert into listing as l (tenant_id, id, channel_id, external_id, seller_code, title, sku_id, state, linked_at, linked_by, created_at)
                        select ?, n.id, ?, n.external_id, n.code, n.title, n.sku, 'linked', ?, ?, ?
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[]) as n(id, external_id, code, title, sku)
                        on conflict (tenant_id, channel_id, external_id) do update
                        set sku_id = excluded.sku_id, state = 'linked', title = coalesce(excluded.title, l.title), version = l.version + 1,
                          linked_at = excluded.linked_at, linked_by = excluded.linked_by
                        where l.sku_id is distinct from excluded.sku_id
                        returning id""",
                        row -> row.id("id"),
                        scope.tenant(),
                        channel,
                        clock.instant(),
                        actor,
                        clock.instant(),
                        column(wanted, draft -> Ids.next(), UUID[]::new),
                        column(wanted, Draft::externalId, String[]::new),
                        column(wanted, Draft::skuCode, String[]::new),
                        column(wanted, Draft::title, String[]::new),
                        column(wanted, draft -> skus.get(draft.skuCode()), UUID[]::new));
        linked(linked);
    }

    /** These listings were linked: who waits for them is served, and their channels are told. */
    private void linked(Collection<UUID> listings) {
        stale.relink(listings);
        outbox.append(Outbox.Kind.LISTING_LINKED, listings);
    }

    /** A listing as somebody wants it to be. */
    public record Draft(String externalId, String skuCode, String title) {}

    /** Links a listing to a SKU; orders that waited for it flow by themselves, and its channel is told. */
    public Listing link(UUID listing, String skuCode, String actor) {
        UUID sku = catalog.idsOf(List.of(Require.text("skuCode", skuCode, 100))).get(skuCode);
        if (sku == null) throw Refusal.invalid("sku-unknown", "skuCode", "No SKU " + skuCode);
        int met = scope.sql()
                .update(
                        "update listing set sku_id = ?, state = 'linked', version = version + 1, linked_at = ?, linked_by = ? where tenant_id = ? and id = ?",
                        sku,
                        clock.instant(),
                        actor,
                        scope.tenant(),
                        listing);
        if (met == 0) throw Refusal.notFound("listing", listing);
        linked(Set.of(listing));
        return get(listing);
    }

    /** Takes the link away: the channel is no longer told, and new orders of it wait. Orders that were held stay held. */
    public Listing unlink(UUID listing) {
        int met = scope.sql()
                .update(
                        "update listing set sku_id = null, state = 'unmatched', version = version + 1, linked_at = null, linked_by = null where tenant_id = ? and id = ?",
                        scope.tenant(),
                        listing);
        if (met == 0) throw Refusal.notFound("listing", listing);
        scope.sql().update("delete from publication where tenant_id = ? and listing_id = ?", scope.tenant(), listing);
        return get(listing);
    }

    /** @throws Refusal {@code listing-not-found} */
    public Listing get(UUID id) {
        return scope.sql()
                .first(SELECT + " where l.tenant_id = ? and l.id = ?", Listings::listing, scope.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("listing", id));
    }

    /** The listings of a SKU on every channel. */
    public List<Listing> of(UUID sku) {
        return scope.sql()
                .list(
                        SELECT + " where l.tenant_id = ? and l.sku_id = ? order by c.name, l.external_id",
                        Listings::listing,
                        scope.tenant(),
                        sku);
    }

    /** How many listings wait to be linked. */
    public int waiting() {
        return scope.sql()
                .first(
                        "select count(*) as waiting from listing where tenant_id = ? and sku_id is null",
                        row -> row.number("waiting"),
                        scope.tenant())
                .orElse(0);
    }

    /**
     * Listings, newest first.
     *
     * @param channel null for all
     * @param waiting true for those that wait to be linked only
     * @param limit 1 to {@value Page#MAX}
     */
    public Page<Listing> list(UUID channel, boolean waiting, String cursor, int limit) {
        Cursor start = Cursor.parse(cursor);
        List<Object> parameters = new ArrayList<>(List.of(scope.tenant(), start.at(), start.id()));
        StringBuilder sql =
                new StringBuilder(SELECT).append(" where l.tenant_id = ? and (l.created_at, l.id) < (?, ?)");
        if (channel != null) {
            sql.append(" and l.channel_id = ?");
            parameters.add(channel);
        }
        if (waiting) sql.append(" and l.sku_id is null");
        parameters.add(limit + 1);
        List<Listing> found = scope.sql()
                .list(
                        sql.append(" order by l.created_at desc, l.id desc limit ?")
                                .toString(),
                        Listings::listing,
                        parameters.toArray());
        return Page.of(found, limit, last -> new Cursor(last.createdAt(), last.id()).text());
    }

    /** These listings have their SKUs: their channels are told. Part of what happens after a link. */
    public void tell(Collection<UUID> linked) {
        stale.markListings(linked);
    }

    private void refuseUnknown(UUID channel) {
        if (scope.sql()
                .first(
                        "select id from channel where tenant_id = ? and id = ?",
                        row -> row.id("id"),
                        scope.tenant(),
                        channel)
                .isEmpty()) throw Refusal.notFound("channel", channel);
    }

    private void insert(List<Seen> unknown) {
        Map<String, Set<UUID>> answers =
                answers(unknown.stream().flatMap(one -> one.codes().stream()).toList());
        Instant now = clock.instant();
        List<UUID> linked = new ArrayList<>();
        for (Seen one : unknown) {
            UUID id = Ids.next();
            Set<UUID> skus = firstAnswer(one, answers);
            UUID sku = onlyAnswer(one, answers);
            String state = sku != null ? "linked" : skus.isEmpty() ? "unmatched" : "ambiguous";
            int inserted = scope.sql()
                    .update(
                            """
                            insert into listing (tenant_id, id, channel_id, external_id, seller_code, title, sku_id, state, linked_at, linked_by, created_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, channel_id, external_id) do nothing""",
                            scope.tenant(),
                            id,
                            one.channel(),
                            one.externalId(),
                            one.codes().isEmpty() ? null : one.codes().get(0),
                            one.title(),
                            sku,
                            state,
                            sku == null ? null : now,
                            sku == null ? null : "code",
                            now);
            if (sku != null && inserted > 0) linked.add(id);
        }
        outbox.append(Outbox.Kind.LISTING_LINKED, linked);
    }

    private static UUID onlyAnswer(Seen one, Map<String, Set<UUID>> answers) {
        Set<UUID> skus = firstAnswer(one, answers);
        return skus.size() == 1 ? skus.iterator().next() : null;
    }

    private static Set<UUID> firstAnswer(Seen one, Map<String, Set<UUID>> answers) {
        return one.codes().stream()
                .map(code -> answers.getOrDefault(code, Set.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    /** Which SKUs answer to each code. */
    private Map<String, Set<UUID>> answers(List<String> codes) {
        Map<String, Set<UUID>> answers = new HashMap<>();
        String[] wanted = codes.toArray(String[]::new);
        scope.sql()
                .list(
                        """
                        select code as answer, id from sku where tenant_id = ? and code = any(?)
                        union select value, sku_id from sku_identifier where tenant_id = ? and value = any(?)""",
                        row -> answers.computeIfAbsent(row.text("answer"), code -> new TreeSet<>())
                                .add(row.id("id")),
                        scope.tenant(),
                        wanted,
                        scope.tenant(),
                        wanted);
        return answers;
    }

    private static Listing listing(Row row) throws SQLException {
        return new Listing(
                row.id("id"),
                row.id("channel_id"),
                row.text("channel_name"),
                row.text("external_id"),
                row.text("seller_code"),
                row.text("title"),
                row.text("state"),
                row.id("sku_id"),
                row.text("sku_code"),
                row.numberOrNull("told_quantity"),
                row.instant("told_at"),
                row.instant("stale_since"),
                row.text("last_error"),
                row.big("version"),
                row.instant("created_at"));
    }
}

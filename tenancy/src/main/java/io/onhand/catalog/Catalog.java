package io.onhand.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import io.onhand.refusal.Refusal;
import io.onhand.relay.Outbox;
import io.onhand.tenant.Ids;
import io.onhand.tenant.Json;
import io.onhand.tenant.Page;
import io.onhand.tenant.Row;
import io.onhand.tenant.Sql;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tenant's SKUs. Use inside {@link TenantScope#call}. */
@Singleton
public class Catalog {
    private static final int MOST_LEAF_UNITS = 1_000_000;
    private static final String SELECT = """
            select s.id, s.code, s.name, s.unit, s.active, s.version,
              (select coalesce(json_agg(json_build_object('type', i.type, 'value', i.value) order by i.type, i.value), '[]')
               from sku_identifier i where i.tenant_id = s.tenant_id and i.sku_id = s.id)::text as identifiers,
              (select coalesce(json_agg(json_build_object('code', c.code, 'quantity', b.quantity) order by c.code), '[]')
               from bundle_component b join sku c on c.tenant_id = b.tenant_id and c.id = b.component_id
               where b.tenant_id = s.tenant_id and b.bundle_id = s.id)::text as components
            from sku s
            """;

    private final TenantScope scope;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public Catalog(TenantScope scope, Outbox outbox, Clock clock) {
        this.scope = scope;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Makes the SKU of that code, or changes it.
     *
     * @param expectedVersion the version that the change was made on; null to write whatever is there
     */
    public Sku save(SkuDraft draft, Long expectedVersion) {
        draft.check();
        Optional<UUID> existing = idOf(draft.code());
        SkuEntity sku;
        if (existing.isPresent()) {
            sku = scope.entities().find(SkuEntity.class, existing.get());
            if (expectedVersion != null && sku.version != expectedVersion) throw TenantScope.changedMeanwhile();
        } else {
            if (expectedVersion != null) throw Refusal.notFound("sku", draft.code());
            sku = new SkuEntity(Ids.next(), draft.code(), clock.instant());
        }
        sku.name = draft.name();
        sku.unit = draft.unit();
        sku.active = draft.active();
        sku.revised_at = clock.instant();
        if (existing.isEmpty()) scope.entities().persist(sku);
        scope.entities().flush();
        writeIdentifiers(sku.id, draft);
        // A new SKU that is no bundle has nothing to write.
        if (existing.isPresent() || !draft.components().isEmpty()) writeComponents(sku.id, draft, existing.isEmpty());
        return get(sku.id);
    }

    /** @throws Refusal {@code sku-not-found} */
    public Sku get(UUID id) {
        return scope.sql()
                .first(SELECT + " where s.tenant_id = ? and s.id = ?", Catalog::sku, scope.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("sku", id));
    }

    /** @throws Refusal {@code sku-not-found} */
    public Sku get(String code) {
        return scope.sql()
                .first(SELECT + " where s.tenant_id = ? and s.code = ?", Catalog::sku, scope.tenant(), code)
                .orElseThrow(() -> Refusal.notFound("sku", code));
    }

    /** The ids of those codes; a code that no SKU has is missing from the map. */
    public Map<String, UUID> idsOf(Collection<String> codes) {
        Map<String, UUID> ids = new HashMap<>();
        scope.sql()
                .list(
                        "select code, id from sku where tenant_id = ? and code = any(?)",
                        row -> ids.put(row.text("code"), row.id("id")),
                        scope.tenant(),
                        codes.toArray(String[]::new));
        return ids;
    }

    /**
     * SKUs in the order of their codes.
     *
     * @param search the start of a code, of a name or of an identifier's value; null or blank for all
     * @param after the cursor of the page before, or null
     * @param limit 1 to {@value Page#MAX}
     */
    public Page<Sku> list(String search, String after, int limit) {
        String start = search == null ? "" : search.strip();
        List<Sku> found = start.isEmpty()
                ? scope.sql()
                        .list(
                                SELECT + " where s.tenant_id = ? and s.code > ? order by s.code limit ?",
                                Catalog::sku,
                                scope.tenant(),
                                after == null ? "" : after,
                                limit + 1)
                : scope.sql()
                        .list(
                                SELECT
                                        + """
                                         where s.tenant_id = ? and s.code > ? and s.id in (
                                           select id from sku where tenant_id = ? and %s
                                           union all select id from sku where tenant_id = ? and %s
                                           union all select sku_id from sku_identifier where tenant_id = ? and %s)
                                         order by s.code limit ?""".formatted(
                                                        Sql.startsWith("code"),
                                                        Sql.startsWith("name"),
                                                        Sql.startsWith("value")),
                                Catalog::sku,
                                scope.tenant(),
                                after == null ? "" : after,
                                scope.tenant(),
                                start,
                                start,
                                scope.tenant(),
                                start,
                                start,
                                scope.tenant(),
                                start,
                                start,
                                limit + 1);
        return Page.of(found, limit, Sku::code);
    }

    private Optional<UUID> idOf(String code) {
        return scope.sql()
                .first(
                        "select id from sku where tenant_id = ? and code = ?",
                        row -> row.id("id"),
                        scope.tenant(),
                        code);
    }

    private void writeIdentifiers(UUID sku, SkuDraft draft) {
        scope.sql().update("delete from sku_identifier where tenant_id = ? and sku_id = ?", scope.tenant(), sku);
        for (int i = 0; i < draft.identifiers().size(); i++) {
            Sku.Identifier identifier = draft.identifiers().get(i);
            int written = scope.sql()
                    .update(
                            "insert into sku_identifier (tenant_id, type, value, sku_id) values (?, ?, ?, ?) on conflict do nothing",
                            scope.tenant(),
                            identifier.type(),
                            identifier.value(),
                            sku);
            if (written == 0)
                throw Refusal.invalid(
                        "identifier-taken",
                        "identifiers[" + i + "].value",
                        identifier.type() + " " + identifier.value() + " belongs to another SKU");
        }
    }

    private void writeComponents(UUID bundle, SkuDraft draft, boolean fresh) {
        List<String> codes =
                draft.components().stream().map(Sku.Component::code).toList();
        Map<String, UUID> ids = idsOf(codes);
        for (int i = 0; i < codes.size(); i++)
            if (!ids.containsKey(codes.get(i)))
                throw Refusal.invalid("sku-unknown", "components[" + i + "].code", "No SKU " + codes.get(i));
        Map<UUID, Integer> wanted = new HashMap<>();
        draft.components().forEach(part -> wanted.put(ids.get(part.code()), part.quantity()));
        // Most changes of a SKU are others, and everything above it would be derived anew.
        if (wanted.equals(componentsOf(bundle))) return;
        oneBundleAtATime();
        if (!codes.isEmpty()) refuseStocked(bundle, draft.code());
        scope.sql()
                .update("delete from bundle_component where tenant_id = ? and bundle_id = ?", scope.tenant(), bundle);
        for (Sku.Component part : draft.components()) {
            UUID component = ids.get(part.code());
            if (component.equals(bundle) || contains(component, bundle))
                throw Refusal.invalid("bundle-contains-itself", "components", draft.code() + " would contain itself");
            scope.sql()
                    .update(
                            "insert into bundle_component (tenant_id, bundle_id, component_id, quantity) values (?, ?, ?, ?)",
                            scope.tenant(),
                            bundle,
                            component,
                            part.quantity());
        }
        refuseTooLarge(bundle);
        // Nobody sells a new one yet, nor waits for it, nor is made of it.
        if (fresh) writeLeaves(bundle);
        else changeLeaves(bundle);
    }

    /** What two write at once neither sees of the other: each could contain the other, or be derived of what is no longer so. */
    private void oneBundleAtATime() {
        scope.sql()
                .list(
                        "select pg_advisory_xact_lock(hashtextextended('bundles ' || ?::uuid, 0))::text as locked",
                        row -> row.text("locked"),
                        scope.tenant());
    }

    private Map<UUID, Integer> componentsOf(UUID bundle) {
        Map<UUID, Integer> components = new HashMap<>();
        scope.sql()
                .list(
                        "select component_id, quantity from bundle_component where tenant_id = ? and bundle_id = ?",
                        row -> components.put(row.id("component_id"), row.number("quantity")),
                        scope.tenant(),
                        bundle);
        return components;
    }

    /** One unit of a bundle may take at most {@value #MOST_LEAF_UNITS} units of a leaf, however deep it is nested. */
    private void refuseTooLarge(UUID bundle) {
        boolean tooLarge = scope.sql()
                .first("""
                        with recursive above(id) as (
                          select ?::uuid
                          union select b.bundle_id from bundle_component b join above a on b.component_id = a.id where b.tenant_id = ?),
                        part(root, id, quantity) as (
                          select a.id, a.id, 1::numeric from above a
                          union all
                          select p.root, b.component_id, p.quantity * b.quantity
                          from part p join bundle_component b on b.tenant_id = ? and b.bundle_id = p.id)
                        select root from part group by root, id having sum(quantity) > ? limit 1""", row -> row.id("root"), bundle, scope.tenant(), scope.tenant(), MOST_LEAF_UNITS)
                .isPresent();
        if (tooLarge)
            throw Refusal.invalid(
                    "bundle-too-large",
                    "components",
                    "One bundle would take more than " + MOST_LEAF_UNITS + " units of a SKU");
    }

    /** A bundle has no stock of its own: units that lie on a shelf must not be forgotten. */
    private void refuseStocked(UUID sku, String code) {
        boolean stocked = scope.sql()
                .first(
                        "select 1 as one from stock_level where tenant_id = ? and sku_id = ? and (on_hand > 0 or reserved > 0) limit 1",
                        row -> row.number("one"),
                        scope.tenant(),
                        sku)
                .isPresent();
        if (stocked)
            throw Refusal.conflict(
                    "bundle-has-stock",
                    code + " has stock of its own; move it to its components before making it a bundle");
    }

    private boolean contains(UUID bundle, UUID wanted) {
        return scope.sql()
                .first("""
                        with recursive part(id) as (
                          select component_id from bundle_component where tenant_id = ? and bundle_id = ?
                          union select b.component_id from bundle_component b join part p on b.bundle_id = p.id where b.tenant_id = ?)
                        select id from part where id = ?""", row -> row.id("id"), scope.tenant(), bundle, scope.tenant(), wanted)
                .isPresent();
    }

    /** Derives the leaves of a SKU and of every bundle above it anew; tells when they are others. */
    private void changeLeaves(UUID changed) {
        UUID[] affected = scope.sql()
                .list("""
                        with recursive above(id) as (
                          select ?::uuid
                          union select b.bundle_id from bundle_component b join above a on b.component_id = a.id where b.tenant_id = ?)
                        select id from above""", row -> row.id("id"), changed, scope.tenant())
                .toArray(UUID[]::new);
        Set<LeafOf> before = leavesOf(affected);
        scope.sql()
                .update("delete from bundle_leaf where tenant_id = ? and bundle_id = any(?)", scope.tenant(), affected);
        writeLeaves(affected);
        Set<LeafOf> after = leavesOf(affected);
        if (before.equals(after)) return;
        // Channels may offer another quantity of it, and orders that wait for it may be served.
        Set<UUID> leaves = after.stream().map(LeafOf::leaf).collect(Collectors.toCollection(TreeSet::new));
        outbox.append(Outbox.Kind.STOCK_CHANGED, leaves);
        outbox.append(Outbox.Kind.STOCK_RAISED, leaves);
    }

    /** Writes the leaves of those of the SKUs that are bundles; none are there. */
    private void writeLeaves(UUID... skus) {
        scope.sql().update("""
                        insert into bundle_leaf (tenant_id, bundle_id, leaf_id, quantity)
                        with recursive part(root, id, quantity) as (
                          select w.id, w.id, 1::bigint from unnest(?::uuid[]) as w(id)
                          union all
                          select p.root, b.component_id, p.quantity * b.quantity
                          from part p join bundle_component b on b.tenant_id = ? and b.bundle_id = p.id)
                        select ?, p.root, p.id, sum(p.quantity)::int from part p
                        where p.id <> p.root and not exists (select from bundle_component b where b.tenant_id = ? and b.bundle_id = p.id)
                        group by p.root, p.id""", skus, scope.tenant(), scope.tenant(), scope.tenant());
    }

    private record LeafOf(UUID sku, UUID leaf, int quantity) {}

    private Set<LeafOf> leavesOf(UUID[] skus) {
        return Set.copyOf(scope.sql()
                .list(
                        "select sku_id, leaf_id, quantity from sku_leaf where tenant_id = ? and sku_id = any(?)",
                        row -> new LeafOf(row.id("sku_id"), row.id("leaf_id"), row.number("quantity")),
                        scope.tenant(),
                        skus));
    }

    private static Sku sku(Row row) throws SQLException {
        return new Sku(
                row.id("id"),
                row.text("code"),
                row.text("name"),
                row.text("unit"),
                row.flag("active"),
                row.big("version"),
                Json.read(row.text("identifiers"), new TypeReference<>() {}),
                Json.read(row.text("components"), new TypeReference<>() {}));
    }
}

package io.onhand.tenant;

import io.onhand.refusal.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tenants, and which partner clients may act for them. */
@Singleton
public class Tenants {
    /** What a merchant may grant to a partner client. */
    public static final Set<String> SCOPES = Set.of(
            "locations:read",
            "locations:write",
            "skus:read",
            "skus:write",
            "channels:read",
            "channels:write",
            "stock:read",
            "stock:write",
            "orders:read",
            "orders:write",
            "imports:write",
            "relay:write");

    private final Database database;
    private final TenantScope scope;
    private final Clock clock;

    @Inject
    public Tenants(@App Database database, TenantScope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    /** A tenant as sessions need it. */
    public record Tenant(TenantId id, String alias, String name, ZoneId zone, String locale) {}

    /** One tenant that a partner client may act for, and what it may do there. */
    public record Grant(TenantId tenant, String alias, Set<String> scopes) {}

    /** The tenant of that alias. Works outside a scope. */
    public Optional<Tenant> find(String alias) {
        return database
                .read(
                        "select * from tenant_by_alias(?)",
                        row -> new Tenant(
                                new TenantId(row.id("tenant_id")),
                                alias,
                                row.text("name"),
                                ZoneId.of(row.text("time_zone")),
                                row.text("locale")),
                        alias)
                .stream()
                .findFirst();
    }

    /** What a partner client may do, tenant by tenant. Works outside a scope. */
    public List<Grant> grantsOf(String clientId) {
        return database.read(
                "select * from grants_of_client(?) order by alias",
                row -> new Grant(new TenantId(row.id("tenant_id")), row.text("alias"), Set.copyOf(row.texts("scopes"))),
                clientId);
    }

    /**
     * Makes the tenant, or brings name, time zone, locale and policy of an existing one up to date. Repeatable.
     *
     * @param alias 2 to 39 of a-z, 0-9 and hyphen, starting with a letter; never changes
     * @param timeZone IANA name
     * @param locale {@code ko}, {@code ja} or {@code en}
     * @param outOfStock {@code backorder}, {@code partial} or {@code refuse}
     */
    public Tenant onboard(String alias, String name, String timeZone, String locale, String outOfStock) {
        if (alias == null || !alias.matches("[a-z][a-z0-9-]{1,38}"))
            throw Refusal.invalid("alias-malformed", "alias", "2 to 39 of a-z, 0-9 and hyphen, starting with a letter");
        if (name == null || name.isBlank() || name.length() > 200)
            throw Refusal.invalid("name-malformed", "name", "1 to 200 characters");
        if (!Set.of("ko", "ja", "en").contains(locale == null ? "" : locale))
            throw Refusal.invalid("locale-unknown", "locale", "ko, ja or en");
        if (!Set.of("backorder", "partial", "refuse").contains(outOfStock == null ? "" : outOfStock))
            throw Refusal.invalid("out-of-stock-unknown", "outOfStock", "backorder, partial or refuse");
        ZoneId zone = zone(timeZone, "timeZone");
        TenantId id = find(alias).map(Tenant::id).orElseGet(() -> new TenantId(Ids.next()));
        scope.run(id, () -> {
            scope.sql().update("""
                    insert into tenant (tenant_id, alias, name, time_zone, locale, out_of_stock, created_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (tenant_id) do update
                    set name = excluded.name, time_zone = excluded.time_zone, locale = excluded.locale, out_of_stock = excluded.out_of_stock
                    """, id, alias, name, zone.getId(), locale, outOfStock, clock.instant());
            for (VirtualLocation end : VirtualLocation.values())
                scope.sql().update("""
                        insert into location (tenant_id, id, code, name, kind, time_zone, created_at)
                        values (?, ?, ?, ?, 'virtual', ?, ?) on conflict do nothing
                        """, id, end.id(id), end.code(), end.code(), zone.getId(), clock.instant());
        });
        return new Tenant(id, alias, name, zone, locale);
    }

    /** Lets a partner client act for the current tenant, with exactly these scopes. Who granted them first stays on record. */
    public void grant(String clientId, Collection<String> scopes, String actor) {
        if (clientId == null || clientId.isBlank() || clientId.length() > 200)
            throw Refusal.invalid("client-malformed", "clientId", "1 to 200 characters");
        requireScopes(scopes, "scopes");
        scope.sql().update("""
                insert into partner_grant (client_id, tenant_id, scopes, granted_at, granted_by) values (?, ?, ?, ?, ?)
                on conflict (client_id, tenant_id) do update
                set scopes = excluded.scopes, granted_at = excluded.granted_at, granted_by = excluded.granted_by
                where partner_grant.scopes <> excluded.scopes
                """, clientId, scope.tenant(), scopes.toArray(String[]::new), clock.instant(), actor);
    }

    /** Refuses scopes that nobody can grant, named as that field. */
    public static void requireScopes(Collection<String> scopes, String field) {
        for (String wanted : scopes)
            if (!SCOPES.contains(wanted))
                throw Refusal.invalid("scope-unknown", field, wanted + " is not one of " + new TreeSet<>(SCOPES));
    }

    /** Ends what a partner client may do for the current tenant. */
    public void revoke(String clientId) {
        if (scope.sql()
                        .update(
                                "delete from partner_grant where client_id = ? and tenant_id = ?",
                                clientId,
                                scope.tenant())
                == 0) throw Refusal.notFound("grant", clientId);
    }

    /** The zone of that IANA name, or a refusal that names the field. */
    public static ZoneId zone(String timeZone, String field) {
        try {
            return ZoneId.of(String.valueOf(timeZone));
        } catch (DateTimeException e) {
            throw Refusal.invalid("time-zone-unknown", field, timeZone + " is not an IANA time zone, e.g. Asia/Seoul");
        }
    }
}

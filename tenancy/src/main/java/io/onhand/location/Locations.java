package io.onhand.location;

import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import io.onhand.relay.Outbox;
import io.onhand.tenant.Ids;
import io.onhand.tenant.Page;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import io.onhand.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The tenant's locations. Use inside {@link TenantScope#call}. */
@Singleton
public class Locations {
    private static final Set<String> KINDS = Set.of("warehouse", "store", "3pl", "pickup-point", "supplier");

    private final TenantScope scope;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public Locations(TenantScope scope, Outbox outbox, Clock clock) {
        this.scope = scope;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Makes the location of that code, or changes it. Id and version of {@code wanted} are not looked at.
     *
     * @param expectedVersion the version that the change was made on; null to write whatever is there
     */
    public Location save(Location wanted, Long expectedVersion) {
        check(wanted);
        List<LocationEntity> existing = scope.entities()
                .createQuery("from LocationEntity where code = :code", LocationEntity.class)
                .setParameter("code", wanted.code())
                .getResultList();
        LocationEntity location;
        if (existing.isEmpty()) {
            if (expectedVersion != null) throw Refusal.notFound("location", wanted.code());
            location = new LocationEntity(Ids.next(), wanted.code(), clock.instant());
            location.set(wanted);
            scope.entities().persist(location);
        } else {
            location = existing.get(0);
            if (expectedVersion != null && location.version != expectedVersion) throw TenantScope.changedMeanwhile();
            boolean servesOtherwise = location.active != wanted.active();
            location.set(wanted);
            if (servesOtherwise) outbox.stockChangedAt(location.id, wanted.active());
        }
        scope.entities().flush();
        return location.asLocation();
    }

    /** @throws Refusal {@code location-not-found} */
    public Location get(UUID id) {
        return get("id", id);
    }

    /** @throws Refusal {@code location-not-found} */
    public Location get(String code) {
        return get("code", code);
    }

    private Location get(String column, Object key) {
        return scope.sql()
                .first(
                        "select * from location where tenant_id = ? and kind <> 'virtual' and " + column + " = ?",
                        Locations::location,
                        scope.tenant(),
                        key)
                .orElseThrow(() -> Refusal.notFound("location", key));
    }

    /** Locations in the order of their codes, without the virtual ones; {@code limit} 1 to {@value Page#MAX}. */
    public Page<Location> list(String after, int limit) {
        List<Location> found = scope.sql()
                .list(
                        "select * from location where tenant_id = ? and kind <> 'virtual' and code > ? order by code limit ?",
                        Locations::location,
                        scope.tenant(),
                        after == null ? "" : after,
                        limit + 1);
        return Page.of(found, limit, Location::code);
    }

    private static Location location(Row row) throws SQLException {
        return new Location(
                row.id("id"),
                row.text("code"),
                row.text("name"),
                row.text("kind"),
                row.text("time_zone"),
                row.text("country"),
                row.text("region"),
                row.text("city"),
                row.text("line1"),
                row.text("postal_code"),
                row.flag("active"),
                row.big("version"));
    }

    private static void check(Location wanted) {
        Require.text("code", wanted.code(), 60);
        Require.text("name", wanted.name(), 200);
        if (wanted.code().startsWith("@"))
            throw Refusal.invalid("code-malformed", "code", "Codes that start with @ belong to Onhand");
        if (!KINDS.contains(wanted.kind() == null ? "" : wanted.kind()))
            throw Refusal.invalid("kind-unknown", "kind", "warehouse, store, 3pl, pickup-point or supplier");
        Tenants.zone(wanted.timeZone(), "timeZone");
        if (wanted.country() != null && !wanted.country().matches("[A-Z]{2}"))
            throw Refusal.invalid("country-malformed", "country", "Two capital letters, ISO 3166-1");
    }
}

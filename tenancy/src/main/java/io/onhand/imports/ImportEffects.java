package io.onhand.imports;

import io.onhand.canonical.IncomingOrder;
import io.onhand.channel.Listings;
import io.onhand.stock.Availability;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What orders that are not accepted yet would take, by SKU. */
@Singleton
class ImportEffects {
    private final TenantScope scope;
    private final Listings listings;
    private final Availability availability;

    @Inject
    ImportEffects(TenantScope scope, Listings listings, Availability availability) {
        this.scope = scope;
        this.listings = listings;
        this.availability = availability;
    }

    List<ImportRun.Effect> of(UUID channel, List<IncomingOrder> orders) {
        List<Listings.Seen> seen = new ArrayList<>();
        for (IncomingOrder order : orders)
            for (IncomingOrder.Line line : order.lines())
                seen.add(new Listings.Seen(channel, line.listingId(), line.skuCandidates(), line.title()));
        Map<Listings.Key, UUID> skus = listings.foresee(seen);
        Map<UUID, Integer> wanted = new HashMap<>();
        int unlinked = 0;
        for (IncomingOrder order : orders)
            for (IncomingOrder.Line line : order.lines()) {
                UUID sku = skus.get(new Listings.Key(channel, line.listingId()));
                if (sku == null) unlinked += line.quantity();
                else wanted.merge(sku, line.quantity(), Integer::sum);
            }
        Map<UUID, Integer> free = new HashMap<>();
        availability
                .of(wanted.keySet().stream()
                        .map(sku -> new Availability.Question(channel, sku))
                        .toList())
                .forEach(answer -> free.put(answer.sku(), answer.networkUnits()));
        List<ImportRun.Effect> effects = new ArrayList<>(scope.sql()
                .list(
                        "select id, code, name from sku where tenant_id = ? and id = any(?) order by code",
                        row -> new ImportRun.Effect(
                                row.text("code"),
                                row.text("name"),
                                wanted.get(row.id("id")),
                                free.getOrDefault(row.id("id"), 0)),
                        scope.tenant(),
                        wanted.keySet().toArray(UUID[]::new)));
        if (unlinked > 0) effects.add(new ImportRun.Effect(null, null, unlinked, 0));
        return effects;
    }
}

package io.onhand.order;

import static io.onhand.tenant.Columns.column;

import io.onhand.channel.Listings;
import io.onhand.sourcing.Want;
import io.onhand.stock.BundleLeaves;
import io.onhand.stock.NetworkLevels;
import io.onhand.stock.Place;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** What the lines of new orders stand for. Use inside {@link TenantScope#call}. */
@Singleton
class Goods {
    /** The leaves of listings. Binds the channels, what these call the listings, the tenant. */
    private static final String LEAVES = BundleLeaves.of("""
            select l.tenant_id, l.channel_id, l.external_id, l.id, l.sku_id from unnest(?::uuid[], ?::text[]) as k(channel_id, external_id)
            join listing l on l.tenant_id = ? and l.channel_id = k.channel_id and l.external_id = k.external_id""");

    private final TenantScope scope;

    @Inject
    Goods(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * What is known of goods. Nothing of it is locked: what is free may be taken by somebody else before it is held.
     *
     * @param links the listings that are known
     * @param leaves what one unit of each linked SKU takes from the shelf
     * @param free units of those leaves that are for sale at the places which serve the channels
     */
    record View(Map<Listings.Key, Listings.Link> links, Map<UUID, List<Want.Leaf>> leaves, Map<Place, Integer> free) {
        /** Nothing is known. */
        static final View NOTHING = new View(Map.of(), Map.of(), Map.of());

        /** Only which listings are known: what was free may have been taken since, by this very work. */
        View withoutStock() {
            return new View(links, Map.of(), Map.of());
        }

        private static View empty() {
            return new View(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        /** A leaf of a listing's SKU, a listing without any, or what is free of a leaf at a location; in any order. */
        private void read(Row row) throws SQLException {
            UUID leaf = row.id("leaf_id");
            UUID location = row.id("location_id");
            if (location != null) {
                free.put(new Place(leaf, location), Math.max(0, row.number("free")));
                return;
            }
            UUID sku = row.id("sku_id");
            Listings.Key key = new Listings.Key(row.id("channel_id"), row.text("external_id"));
            links.put(key, new Listings.Link(row.id("id"), sku));
            if (leaf == null) return;
            List<Want.Leaf> its = leaves.computeIfAbsent(sku, id -> new ArrayList<>());
            Want.Leaf one = new Want.Leaf(leaf, row.number("quantity"));
            // Several listings may sell the same SKU.
            if (!its.contains(one)) its.add(one);
        }
    }

    /** Looks all of it up in one walk: from the listings to their SKUs, to the leaves of these, to where they are. */
    Supplier<View> of(Collection<Listings.Seen> seen) {
        List<Listings.Key> keys = Listings.keys(seen);
        UUID[] channels = column(keys, Listings.Key::channel, UUID[]::new);
        return scope.sql()
                .ask(
                        View.empty(),
                        View::read,
                        """
                        with f as materialized (%s)
                        select f.channel_id, f.external_id, f.id, f.sku_id, f.leaf_id, f.quantity, null::uuid as location_id, null::int as free from f
                        union all
                        select null, null, null, null, l.sku_id, null, l.location_id, l.on_hand - l.reserved - l.safety_stock from stock_level l
                        where %s""".formatted(LEAVES, NetworkLevels.OF_LEAVES),
                        channels,
                        column(keys, Listings.Key::externalId, String[]::new),
                        scope.tenant(),
                        scope.tenant(),
                        scope.tenant(),
                        new TreeSet<>(List.of(channels)).toArray(UUID[]::new));
    }
}

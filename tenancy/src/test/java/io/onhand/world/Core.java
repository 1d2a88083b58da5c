package io.onhand.world;

import io.onhand.catalog.Catalog;
import io.onhand.channel.ChannelContact;
import io.onhand.channel.Channels;
import io.onhand.channel.ConnectorRegistry;
import io.onhand.channel.Listings;
import io.onhand.flow.AfterCommit;
import io.onhand.flow.Housekeeping;
import io.onhand.imports.ImportWork;
import io.onhand.imports.Imports;
import io.onhand.imports.UnrecognisedFiles;
import io.onhand.location.Locations;
import io.onhand.order.Cancellations;
import io.onhand.order.OrderSearch;
import io.onhand.order.Orders;
import io.onhand.publication.Leases;
import io.onhand.publication.PublicationFigures;
import io.onhand.publication.Publications;
import io.onhand.relay.DueWork;
import io.onhand.relay.Inbox;
import io.onhand.relay.ParkedMessages;
import io.onhand.stock.Availability;
import io.onhand.stock.Stock;
import io.onhand.stock.StockSearch;
import io.onhand.tenant.TenantScope;
import io.onhand.tenant.Tenants;

/** The real core, put together as the container does it. */
public final class Core {
    public final TenantScope scope;
    public final Tenants tenants;
    public final ConnectorRegistry registry;
    public final Catalog catalog;
    public final Locations locations;
    public final Channels channels;
    public final ChannelContact contact;
    public final Listings listings;
    public final Stock stock;
    public final StockSearch stockSearch;
    public final Availability availability;
    public final Orders orders;
    public final Cancellations cancellations;
    public final OrderSearch orderSearch;
    public final Publications publications;
    public final PublicationFigures figures;
    public final AfterCommit afterCommit;
    public final Inbox inbox;
    public final ParkedMessages parked;
    public final DueWork dueWork;
    public final Imports imports;
    public final ImportWork importWork;
    public final UnrecognisedFiles unrecognised;
    public final Housekeeping housekeeping;

    private final MovableClock clock;

    Core(TestDatabase database, MovableClock clock) {
        this.clock = clock;
        var parts = CoreParts.assemble(database, clock);
        scope = parts.get(TenantScope.class);
        tenants = parts.get(Tenants.class);
        registry = parts.get(ConnectorRegistry.class);
        catalog = parts.get(Catalog.class);
        locations = parts.get(Locations.class);
        channels = parts.get(Channels.class);
        contact = parts.get(ChannelContact.class);
        listings = parts.get(Listings.class);
        stock = parts.get(Stock.class);
        stockSearch = parts.get(StockSearch.class);
        availability = parts.get(Availability.class);
        orders = parts.get(Orders.class);
        cancellations = parts.get(Cancellations.class);
        orderSearch = parts.get(OrderSearch.class);
        publications = parts.get(Publications.class);
        figures = parts.get(PublicationFigures.class);
        afterCommit = parts.get(AfterCommit.class);
        inbox = parts.get(Inbox.class);
        parked = parts.get(ParkedMessages.class);
        dueWork = parts.get(DueWork.class);
        imports = parts.get(Imports.class);
        importWork = parts.get(ImportWork.class);
        unrecognised = parts.get(UnrecognisedFiles.class);
        housekeeping = parts.get(Housekeeping.class);
    }

    /** Publications as another node has them. */
    public Publications anotherTeller() {
        return new Publications(scope, availability, new Leases(scope), clock);
    }
}

package io.onhand.portal.dashboard;

import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.channel.Listings;
import io.onhand.order.OrderSearch;
import io.onhand.order.OrderSearch.Head;
import io.onhand.order.OrderState;
import io.onhand.portal.parts.Health;
import io.onhand.publication.PublicationFigures;
import io.onhand.publication.PublicationFigures.ChannelFigures;
import io.onhand.publication.PublicationFigures.MinuteLag;
import io.onhand.relay.ParkedMessages;
import io.onhand.stock.StockSearch;
import io.onhand.tenant.Page;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the day's figures. */
class Today {
    private static final int NEWEST_SHOWN = 8;
    private static final Duration LAG_SPAN = Duration.ofHours(1);

    private final OrderSearch orders;
    private final PublicationFigures figures;
    private final Listings listings;
    private final ParkedMessages parked;
    private final StockSearch stock;
    private final Channels channels;
    private final Clock clock;

    @Inject
    Today(
            OrderSearch orders,
            PublicationFigures figures,
            Listings listings,
            ParkedMessages parked,
            StockSearch stock,
            Channels channels,
            Clock clock) {
        this.orders = orders;
        this.figures = figures;
        this.listings = listings;
        this.parked = parked;
        this.stock = stock;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * The day so far.
     *
     * @param day the date where the tenant is
     * @param orders since midnight in the tenant's zone, by state
     * @param toShip orders whose units are all held; counted up to {@link OrderSearch#MOST_COUNTED}, as are those that wait
     * @param backordered orders that wait for stock
     * @param unmatched orders that wait for a link
     * @param toLink listings that wait for a link
     * @param skusShort SKUs whose promised units are missing
     * @param minutes lag of all channels over the last hour
     * @param health of every channel, also of those that are told nothing
     */
    record Figures(
            LocalDate day,
            Map<OrderState, Integer> orders,
            int toShip,
            int backordered,
            int unmatched,
            int toLink,
            int parked,
            int skusShort,
            List<ChannelFigures> channels,
            List<MinuteLag> minutes,
            List<Head> newest,
            Map<UUID, Health> health) {
        Health healthOf(ChannelFigures channel) {
            return health.getOrDefault(channel.channel(), Health.GOOD);
        }

        int ordersToday() {
            return orders.values().stream().mapToInt(Integer::intValue).sum();
        }

        int unitsAtRisk() {
            return channels.stream().mapToInt(ChannelFigures::unitsAtRisk).sum();
        }

        int slowestP95Ms() {
            return channels.stream().mapToInt(one -> one.lag().p95Ms()).max().orElse(0);
        }

        long upToDate() {
            return channels.stream()
                    .filter(one -> one.waiting() == 0 && one.state().equals("active"))
                    .count();
        }
    }

    Figures read(ZoneId zone) {
        LocalDate day = LocalDate.now(clock.withZone(zone));
        Instant now = clock.instant();
        return new Figures(
                day,
                orders.countsSince(day.atStartOfDay(zone).toInstant()),
                orders.waiting(OrderState.HELD),
                orders.waiting(OrderState.BACKORDERED),
                orders.waiting(OrderState.UNMATCHED),
                listings.waiting(),
                parked.count(),
                stock.skusShort(),
                figures.channels(LAG_SPAN),
                figures.minutes(null, LAG_SPAN),
                orders.list(OrderSearch.Filter.ALL, null, NEWEST_SHOWN).items(),
                channels.list(null, Page.MAX).items().stream()
                        .collect(Collectors.toMap(Channel::id, channel -> Health.of(channel, now))));
    }
}

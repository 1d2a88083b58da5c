package io.onhand.publication;

import io.onhand.channel.Listings;
import io.onhand.publication.Publications.Offer;
import io.onhand.world.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever locks publications does so in the order of their SKUs, which here is not that of their listings. */
class LockOrderTest {
    private final World world = new World();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stock changes",
                "much stock changes and waits",
                "listings are linked",
                "listings are linked to something else",
                "a channel is told anew",
                "offers were taken",
                "offers were refused",
                "some offers were taken"
            })
    void everybodyLocksInTheOrderOfTheSkus(String when) {
        world.warehouse("SEOUL")
                .sku("A")
                .sku("B")
                .sku("C")
                .channel("Mall", "SEOUL")
                .listed("Mall", "B", "A");
        world.settle();
        world.tell("Mall");
        UUID mall = world.channelId("Mall");
        UUID first = world.listingId("Mall", "A");
        UUID last = world.listingId("Mall", "B");
        world.stock("A").at("SEOUL").changesBy(1);
        world.stock("B").at("SEOUL").changesBy(1);
        if (when.startsWith("much")) {
            List<String> others = IntStream.range(0, ChangedStock.MANY)
                    .mapToObj(i -> "X-" + i)
                    .toList();
            others.forEach(world::sku);
            world.allChangeBy(others, "SEOUL", 1);
        }
        List<Offer> offers = when.contains("offers")
                ? work(mall).stream()
                        .sorted(Comparator.comparing(Offer::sku).reversed())
                        .toList()
                : List.of();
        CompletableFuture<Void> locking = new CompletableFuture<>();
        world.run(() -> {
            lock(first);
            locking.completeAsync(() -> {
                switch (when) {
                    case "stock changes" -> work(mall);
                    case "much stock changes and waits" -> world.core.afterCommit.work(world.tenant);
                    case "listings are linked" -> world.run(() -> world.core.listings.tell(List.of(last, first)));
                    case "listings are linked to something else" ->
                        world.run(() -> world.core.listings.save(mall, List.of(draft("B"), draft("A")), "tester"));
                    case "a channel is told anew" -> world.run(() -> world.core.channels.resume(mall));
                    case "offers were taken" -> world.run(() -> world.core.publications.acknowledge(mall, offers));
                    case "offers were refused" -> world.run(() -> world.core.publications.failed(offers, "busy", null));
                    default -> world.run(() -> world.core.publications.lock(offers));
                }
                return null;
            });
            world.untilSomebodyWaitsForUs();
            lock(last);
        });
        locking.join();
    }

    private static Listings.Draft draft(String listing) {
        return new Listings.Draft(listing, "C", null);
    }

    private List<Offer> work(UUID channel) {
        return world.core
                .afterCommit
                .work(world.tenant, channel::equals, Duration.ofSeconds(30))
                .claimed()
                .get(channel)
                .offers();
    }

    private void lock(UUID listing) {
        world.core
                .scope
                .sql()
                .list(
                        "select listing_id from publication where tenant_id = ? and listing_id = ? for update nowait",
                        row -> row.id("listing_id"),
                        world.tenant,
                        listing);
    }
}

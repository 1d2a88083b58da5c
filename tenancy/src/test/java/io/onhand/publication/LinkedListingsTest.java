package io.onhand.publication;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onhand.channel.ChannelPolicy;
import io.onhand.flow.AfterCommit;
import io.onhand.publication.Publications.Offer;
import io.onhand.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a publication when its listing is linked, linked to something else, or not linked any more. */
class LinkedListingsTest {
    private final World world = new World();
    private UUID second;

    @BeforeEach
    void twoChannels() {
        world.warehouse("SEOUL").sku("MUG").sku("CAP");
        for (String name : List.of("First", "Second"))
            world.channel(name, "SEOUL").listed(name, "MUG", "CAP");
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.stock("CAP").at("SEOUL").changesBy(7);
        world.settle();
        world.tell("First");
        world.tell("Second");
        second = world.channelId("Second");
    }

    @Test
    void aListingThatSellsSomethingElseNowIsMarkedByThat() {
        UUID listing = world.listingId("Second", "MUG");
        world.run(() -> world.core.listings.link(listing, "CAP", "tester"));
        assertThat(claimOf(work())).isEmpty();
        assertThat(world.tell("Second")).isEqualTo(Map.of("MUG", 7));
        world.arrives("First", order("1", line(1, "MUG")));
        assertThat(claimOf(work())).isEmpty();
        world.arrives("First", order("2", line(1, "CAP")));
        assertThat(claimOf(work()))
                .extracting(Offer::externalId, Offer::sellerCode, Offer::quantity)
                .contains(tuple("MUG", "CAP", 6), tuple("CAP", "CAP", 6));
    }

    @Test
    void aListingThatLosesItsSkuWhileItIsMarkedHasNoPublication() {
        UUID listing = world.listingId("Second", "MUG");
        CompletableFuture<Void> marking = new CompletableFuture<>();
        world.run(() -> {
            world.core.listings.unlink(listing);
            marking.completeAsync(() -> {
                world.run(() -> world.core.listings.tell(List.of(listing)));
                return null;
            });
            world.untilSomebodyWaitsForUs();
        });
        marking.join();
        assertThat(world.publication(listing, row -> row.id("listing_id"))).isEmpty();
    }

    @Test
    void aListingThatSellsSomethingElseWhileItIsMarkedIsToldOfThat() {
        UUID listing = world.listingId("Second", "MUG");
        world.arrives("First", order("1", line(1, "MUG")));
        CompletableFuture<AfterCommit.Done> marking = new CompletableFuture<>();
        world.run(() -> {
            world.core.listings.link(listing, "CAP", "tester");
            marking.completeAsync(() -> work());
            world.untilSomebodyWaitsForUs();
        });
        assertThat(claimOf(marking.join()))
                .extracting(Offer::externalId, Offer::sellerCode, Offer::quantity)
                .contains(tuple("MUG", "CAP", 7));
    }

    @Test
    void aListingThatIsMadeWhileThePolicyOfItsChannelChangesIsToldByTheNewOne() {
        CompletableFuture<Void> linking = new CompletableFuture<>();
        world.sku("NEW");
        world.stock("NEW").at("SEOUL").changesBy(9);
        world.settle();
        world.listed("Second", "NEW");
        world.run(() -> {
            world.core.channels.setPolicy(
                    second,
                    new ChannelPolicy(0, List.of(world.locationId("SEOUL")), 3, 0, null, 0, null),
                    null,
                    "tester");
            linking.completeAsync(() -> {
                world.settle();
                return null;
            });
            world.untilSomebodyWaitsForUs();
        });
        linking.join();
        assertThat(world.tell("Second")).containsEntry("NEW", 6);
    }

    private AfterCommit.Done work() {
        return world.core.afterCommit.work(world.tenant, second::equals, Duration.ofSeconds(30));
    }

    private List<Offer> claimOf(AfterCommit.Done done) {
        return done.claimed().containsKey(second) ? done.claimed().get(second).offers() : List.of();
    }
}

package io.onhand.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channel.ChannelPolicy;
import io.onhand.flow.AfterCommit;
import io.onhand.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What so many changes at once mean for a channel that has room, and for one that has none. */
class ManyChangesTest {
    private final World world = new World();
    private final List<String> skus =
            IntStream.range(0, ChangedStock.MANY).mapToObj(i -> "SKU-" + i).toList();

    @BeforeEach
    void twoChannelsThatKnowAll() {
        world.warehouse("SEOUL");
        skus.forEach(world::sku);
        for (String name : List.of("Full", "Free"))
            world.channel(name, "SEOUL").listed(name, skus.toArray(String[]::new));
        allChangeBy(5);
        world.settle();
        world.tell("Full");
        world.tell("Free");
    }

    @Test
    void whatHasToWaitIsWrittenOnceAtThePlaceOfWhatItHasNow() {
        allChangeBy(2);
        AfterCommit.Done done = work();
        assertThat(done.channels()).containsExactly(world.channelId("Full"));
        assertThat(done.claimed()).containsOnlyKeys(world.channelId("Free"));
        assertThat(publication("Full")).isEqualTo(new Row(5, 7, 7, true));
        assertThat(publication("Free")).isEqualTo(new Row(5, null, null, true));
        assertThat(world.tell("Full")).hasSize(skus.size()).containsEntry("SKU-0", 7);
    }

    @Test
    void fewerUnitsGoToTheQueueAtTheirOwnPlaceAndAreKnownToBeAtRisk() {
        allChangeBy(-2);
        work();
        assertThat(publication("Full")).isEqualTo(new Row(5, 3, 3, true));
        assertThat(world.tell("Full")).hasSize(skus.size()).containsEntry("SKU-0", 3);
    }

    @Test
    void whatWaitsKeepsItsPlaceWhenThereAreMoreUnitsAgain() {
        allChangeBy(-2);
        work();
        allChangeBy(4);
        work();
        assertThat(publication("Full")).isEqualTo(new Row(5, 3, 7, true));
        assertThat(world.tell("Full")).hasSize(skus.size()).containsEntry("SKU-0", 7);
    }

    @Test
    void whatWasSoldOutDoesNotComeForward() {
        allChangeBy(-5);
        world.settle();
        world.tell("Full");
        allChangeBy(2);
        work();
        assertThat(publication("Full")).isEqualTo(new Row(0, 2, 2, true));
        world.tell("Full");
        allChangeBy(-2);
        world.settle();
        world.tell("Full");
        allChangeBy(200);
        work();
        assertThat(publication("Full")).isEqualTo(new Row(0, Publications.PLENTY, 200, true));
    }

    @Test
    void whatMakesNoDifferenceToTheChannelIsInNoQueue() {
        world.policy("Full", new ChannelPolicy(0, List.of(world.locationId("SEOUL")), 0, 0, 5, 0, null));
        world.tell("Full");
        allChangeBy(2);
        assertThat(work().channels()).isEmpty();
        assertThat(publication("Full")).isEqualTo(new Row(5, null, 5, false));
        assertThat(world.tell("Full")).isEmpty();
    }

    @Test
    void whatSeemsToBeKnownWhileSomebodyMarksItIsToldAnew() {
        allChangeBy(2);
        allChangeBy(-2);
        CompletableFuture<AfterCommit.Done> marking = new CompletableFuture<>();
        world.run(() -> {
            world.core
                    .scope
                    .sql()
                    .update(
                            "update publication set stale_since = now(), revision = revision + 1 where tenant_id = ? and listing_id = ?",
                            world.tenant,
                            world.listingId("Full", "SKU-0"));
            marking.completeAsync(this::work);
            world.untilSomebodyWaitsForUs();
        });
        assertThat(marking.join().channels()).containsExactly(world.channelId("Full"));
        assertThat(world.tell("Full")).isEqualTo(Map.of("SKU-0", 5));
    }

    private void allChangeBy(int delta) {
        world.allChangeBy(skus, "SEOUL", delta);
    }

    private AfterCommit.Done work() {
        return world.core.afterCommit.work(world.tenant, world.channelId("Free")::equals, Duration.ofSeconds(30));
    }

    /** Of a publication. */
    private record Row(Integer told, Integer place, Integer pending, boolean stale) {}

    private Row publication(String channel) {
        return world.publication(
                        world.listingId(channel, "SKU-0"),
                        row -> new Row(
                                row.numberOrNull("told_quantity"),
                                row.numberOrNull("queue_place"),
                                row.numberOrNull("pending_quantity"),
                                row.instant("stale_since") != null))
                .get(0);
    }
}

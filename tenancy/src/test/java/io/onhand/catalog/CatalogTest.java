package io.onhand.catalog;

import static io.onhand.world.World.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.refusal.Refusal;
import io.onhand.relay.Outbox;
import io.onhand.world.World;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final World world = new World();

    private Sku save(SkuDraft draft, Long version) {
        return world.in(() -> world.core.catalog.save(draft, version));
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> world.run(work))
                .isInstanceOf(Refusal.class)
                .extracting(thrown -> ((Refusal) thrown).code())
                .isEqualTo(code);
    }

    @Test
    void aSkuIsMadeOnceAndChangedOnItsVersionOnly() {
        Sku made = save(SkuDraft.of("MUG", "머그"), null);
        Sku known = save(SkuDraft.of("MUG", "머그").known(new Sku.Identifier("ean13", "8801234567893")), made.version());
        assertThat(known.id()).isEqualTo(made.id());
        assertThat(known.version()).isGreaterThan(made.version());
        refused("changed-meanwhile", () -> world.core.catalog.save(SkuDraft.of("MUG", "Mug"), made.version()));
        assertThat(world.in(() -> world.core.catalog.list("88012", null, 10)).items())
                .extracting(Sku::code)
                .containsExactly("MUG");
    }

    @Test
    void anIdentifierBelongsToOneSku() {
        save(SkuDraft.of("A", "A").known(new Sku.Identifier("ean13", "1")), null);
        refused(
                "identifier-taken",
                () -> world.core.catalog.save(SkuDraft.of("B", "B").known(new Sku.Identifier("ean13", "1")), null));
    }

    @Test
    void aBundleNeverContainsItself() {
        world.sku("A").bundle("B", part(1, "A")).bundle("C", part(1, "B"));
        refused(
                "bundle-contains-itself",
                () -> world.core.catalog.save(SkuDraft.of("A", "A").madeOf(part(1, "C")), null));
        refused(
                "sku-unknown",
                () -> world.core.catalog.save(SkuDraft.of("D", "D").madeOf(part(1, "NONE")), null));
    }

    @Test
    void onlyABundleThatWasThereIsToldWhenItIsMadeOfSomethingElse() {
        Outbox outbox = new Outbox(world.core.scope, world.clock);
        world.sku("A").bundle("B", part(1, "A"));
        assertThat(world.in(() -> outbox.due(10))).isEmpty();
        world.bundle("B", part(2, "A"));
        assertThat(world.in(() -> outbox.due(10)))
                .extracting(Outbox.Message::kind)
                .containsExactlyInAnyOrder(Outbox.Kind.STOCK_CHANGED, Outbox.Kind.STOCK_RAISED);
    }

    @Test
    void aBundleMayNotGrowBeyondWhatCanBeCounted() {
        world.sku("A").bundle("B", part(10_000, "A"));
        refused(
                "bundle-too-large",
                () -> world.core.catalog.save(SkuDraft.of("C", "C").madeOf(part(10_000, "B")), null));
    }

    @Test
    void aSkuWithStockDoesNotBecomeABundle() {
        world.warehouse("SEOUL").sku("A").sku("B");
        world.stock("A").at("SEOUL").changesBy(1);
        refused(
                "bundle-has-stock",
                () -> world.core.catalog.save(SkuDraft.of("A", "A").madeOf(part(1, "B")), null));
    }

    @Test
    void twoBundlesThatAreWrittenAtOnceNeverContainEachOther() {
        world.sku("A").sku("B");
        CompletableFuture<Sku> other = whileWeSave(
                SkuDraft.of("A", "A").madeOf(part(1, "B")),
                SkuDraft.of("B", "B").madeOf(part(1, "A")),
                null);
        assertThatThrownBy(other::join).hasCauseInstanceOf(Refusal.class).hasMessageContaining("would contain itself");
    }

    @Test
    void ofTwoWhoWriteAtOnceTheLastOneWinsUnlessTheyNameWhatTheySaw() {
        Sku made = save(SkuDraft.of("MUG", "Mug"), null);
        Sku last = whileWeSave(SkuDraft.of("MUG", "first"), SkuDraft.of("MUG", "last"), null)
                .join();
        assertThat(last.name()).isEqualTo("last");
        assertThat(last.version()).isEqualTo(made.version() + 2);
        assertThatThrownBy(whileWeSave(SkuDraft.of("MUG", "ours"), SkuDraft.of("MUG", "late"), last.version())::join)
                .hasCauseInstanceOf(Refusal.class)
                .cause()
                .extracting(thrown -> ((Refusal) thrown).code())
                .isEqualTo("changed-meanwhile");
    }

    /** Somebody else saves while our transaction has saved and not ended. */
    private CompletableFuture<Sku> whileWeSave(SkuDraft ours, SkuDraft theirs, Long theirVersion) {
        return world.in(() -> {
            world.core.catalog.save(ours, null);
            CompletableFuture<Sku> saving = CompletableFuture.supplyAsync(() -> save(theirs, theirVersion));
            world.untilSomebodyWaitsForUs();
            return saving;
        });
    }
}

package io.onhand.imports;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.canonical.IncomingOrder;
import io.onhand.refusal.Refusal;
import io.onhand.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportsTest {
    private final World world = new World();

    @BeforeEach
    void shop() {
        world.warehouse("SEOUL")
                .sku("MUG")
                .fileChannel("Excel", "SEOUL")
                .channel("Mall", "SEOUL")
                .listed("Mall", "MUG");
        world.run(() -> world.core.listings.save(
                world.channelId("Excel"), List.of(new io.onhand.channel.Listings.Draft("MUG", "MUG", null)), "tester"));
        world.stock("MUG").at("SEOUL").changesBy(10);
        world.settle();
        world.tell("Mall");
    }

    @AfterEach
    void ledgerBalances() {
        world.ledgerBalances();
    }

    private UUID upload() {
        return world.in(() -> world.core.imports.upload(
                world.channelId("Excel"), "주문.xlsx", "bytes".getBytes(StandardCharsets.UTF_8), "1234", "minji"));
    }

    private static ReadFile file(IncomingOrder... orders) {
        List<ReadFile.FileOrder> read = new ArrayList<>();
        int row = 2;
        for (IncomingOrder order : orders) {
            List<ReadFile.Row> rows = new ArrayList<>();
            for (IncomingOrder.Line line : order.lines())
                rows.add(new ReadFile.Row(row++, List.of(line.listingId(), "주문")));
            read.add(new ReadFile.FileOrder(order, rows));
        }
        return new ReadFile("test", new ReadFile.Drift(List.of("새 열"), List.of()), read, List.of());
    }

    private UUID previewed(IncomingOrder... orders) {
        UUID id = upload();
        assertThat(world.in(() -> world.core.importWork.claim(Duration.ofMinutes(1))))
                .isPresent();
        world.run(() -> world.core.importWork.preview(id, file(orders), null));
        return id;
    }

    private ImportRun workOff(UUID id) {
        while (world.in(() -> world.core.importWork.workOn(id)))
            ;
        world.settle();
        return world.in(() -> world.core.imports.get(id));
    }

    private ImportRun committed(UUID id) {
        world.run(() -> world.core.imports.commit(id));
        return workOff(id);
    }

    @Test
    void rowsSayWhatBecameOfTheirOrderAfterAll() {
        IncomingOrder meanwhile = order("2", line(1, "MUG"));
        UUID id = previewed(order("1", line(1, "MUG"), line(1, "unknown")), meanwhile, order("3", line(1, "MUG")));
        world.arrives("Excel", meanwhile);
        ImportRun run = committed(id);
        assertThat(List.of(run.newRows(), run.duplicateRows())).containsExactly(3, 1);
        assertThat(world.in(() -> world.core.imports.rows(id, null, null, 10)).items())
                .extracting(ImportRun.RowView::outcome)
                .containsExactly("new", "new", "duplicate", "new");
    }

    @Test
    void aFileIsClaimedWithItsPasswordOnceAndForgottenWhenItWasRead() {
        UUID id = upload();
        ImportWork.Due due = world.in(
                () -> world.core.importWork.claim(Duration.ofMinutes(1)).orElseThrow());
        assertThat(due.id()).isEqualTo(id);
        assertThat(due.password()).isEqualTo("1234");
        assertThat(due.content()).asString(StandardCharsets.UTF_8).isEqualTo("bytes");
        assertThat(due.toString()).doesNotContain("1234");
        assertThat(world.in(() -> world.core.importWork.claim(Duration.ofMinutes(1))))
                .isEmpty();
        world.run(() -> world.core.importWork.preview(id, file(order("1", line(1, "MUG"))), null));
        assertThat(world.in(() -> world.core
                        .scope
                        .sql()
                        .list(
                                "select content is null and password is null as forgotten from import_run where id = ?",
                                row -> row.flag("forgotten"),
                                id)))
                .containsExactly(true);
    }

    @Test
    void aPreviewMovesNothingAndTellsWhatWouldMove() {
        ImportRun run = world.in(() -> world.core.imports.get(
                previewed(order("1", line(2, "MUG")), order("2", line(1, "MUG"), line(3, "unknown")))));
        assertThat(run.state()).isEqualTo(ImportState.PREVIEWED);
        assertThat(run.effects())
                .containsExactly(
                        new ImportRun.Effect("MUG", "Name of MUG", 3, 10), new ImportRun.Effect(null, null, 3, 0));
        assertThat(run.drift().unknown()).containsExactly("새 열");
        assertThat(run.readRows()).isEqualTo(3);
        assertThat(run.newRows()).isEqualTo(3);
        world.stock("MUG").at("SEOUL").is(10, 0);
    }

    @Test
    void aCommitMovesStockAndTellsTheOtherChannels() {
        ImportRun run = committed(previewed(order("1", line(2, "MUG"))));
        assertThat(run.state()).isEqualTo(ImportState.COMMITTED);
        world.stock("MUG").at("SEOUL").is(10, 2);
        assertThat(world.tell("Mall")).containsEntry("MUG", 8);
    }

    @Test
    void theSameFileAgainChangesNothingAndADifferentOrderShowsAsChanged() {
        committed(previewed(order("1", line(2, "MUG")), order("2", line(1, "MUG"))));
        UUID again = previewed(order("1", line(2, "MUG")), order("2", line(3, "MUG")), order("3", line(1, "MUG")));
        ImportRun run = world.in(() -> world.core.imports.get(again));
        assertThat(List.of(run.duplicateRows(), run.changedRows(), run.newRows()))
                .containsExactly(1, 1, 1);
        world.stock("MUG").at("SEOUL").is(10, 3);
        committed(again);
        world.stock("MUG").at("SEOUL").is(10, 6);
    }

    @Test
    void anUndoneImportLeavesStockAndChannelsAsBeforeAndItsNumbersFree() {
        UUID id = previewed(order("1", line(2, "MUG")), order("2", line(1, "MUG")));
        committed(id);
        world.tell("Mall");
        world.run(() -> world.core.imports.undo(id));
        assertThat(workOff(id).state()).isEqualTo(ImportState.UNDONE);
        world.stock("MUG").at("SEOUL").is(10, 0);
        assertThat(world.tell("Mall")).containsEntry("MUG", 10);
        ImportRun again = committed(previewed(order("1", line(2, "MUG"))));
        assertThat(again.newRows()).isEqualTo(1);
        world.stock("MUG").at("SEOUL").is(10, 2);
    }

    @Test
    void aLineThatALaterFileLeavesOutIsDoneAndNotCancelled() {
        committed(previewed(order("1", line(2, "MUG"), line(1, "unknown"))));
        committed(previewed(order("1", line(1, "unknown"))));
        world.stock("MUG").at("SEOUL").is(10, 2);
    }

    @Test
    void undoTakesBackOnlyWhatTheImportBrought() {
        committed(previewed(order("1", line(2, "MUG"))));
        UUID second = previewed(order("1", line(2, "MUG")), order("2", line(1, "MUG")));
        committed(second);
        world.run(() -> world.core.imports.undo(second));
        workOff(second);
        world.stock("MUG").at("SEOUL").is(10, 2);
    }

    @Test
    void committingTwiceIsCommittingOnceAndUndoNeedsACommit() {
        UUID id = previewed(order("1", line(2, "MUG")));
        assertThatThrownBy(() -> world.run(() -> world.core.imports.undo(id)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("previewed");
        world.run(() -> world.core.imports.commit(id));
        world.run(() -> world.core.imports.commit(id));
        workOff(id);
        world.stock("MUG").at("SEOUL").is(10, 2);
    }

    @Test
    void rejectedRowsAreKeptWithTheirReasonAndCountsAddUp() {
        UUID id = upload();
        ReadFile.RejectedRow bad = new ReadFile.RejectedRow(
                new ReadFile.Row(9, List.of("3.00012E+12", "x")),
                "id-damaged-by-excel",
                "주문번호",
                "3.00012E+12 lost its digits");
        ReadFile good = file(order("1", line(1, "MUG")));
        world.run(() -> world.core.importWork.preview(
                id, new ReadFile("test", good.drift(), good.orders(), List.of(bad)), new byte[] {1, 2}));
        ImportRun run = world.in(() -> world.core.imports.get(id));
        assertThat(run.readRows())
                .isEqualTo(run.newRows() + run.duplicateRows() + run.changedRows() + run.rejectedRows());
        assertThat(world.in(() -> world.core.imports.rows(id, "rejected", null, 10))
                        .items())
                .extracting(ImportRun.RowView::column)
                .containsExactly("주문번호");
        assertThat(world.in(() -> world.core.imports.rejectedFile(id))).hasSize(2);
    }

    @Test
    void aFileThatCannotBeReadEndsWithItsReason() {
        UUID id = upload();
        world.run(() ->
                world.core.importWork.fail(id, Refusal.invalid("wrong-password", "password", "The password is wrong")));
        ImportRun run = world.in(() -> world.core.imports.get(id));
        assertThat(run.state()).isEqualTo(ImportState.FAILED);
        assertThat(run.errorCode()).isEqualTo("wrong-password");
    }

    @Test
    void aChannelThatReadsNoFilesTakesNone() {
        assertThatThrownBy(() -> world.run(
                        () -> world.core.imports.upload(world.channelId("Mall"), "a.csv", new byte[1], null, "minji")))
                .isInstanceOf(Refusal.class)
                .extracting(thrown -> ((Refusal) thrown).code())
                .isEqualTo("channel-reads-no-files");
    }
}

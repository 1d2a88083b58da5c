package io.onhand.routes.connector.orderfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channel.ChannelPolicy;
import io.onhand.imports.ImportRun;
import io.onhand.imports.ImportState;
import io.onhand.imports.ImportWork;
import io.onhand.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files all the way: uploaded, read, previewed, committed, undone, on the real core. */
class OrderFileImportTest {
    private final World world = new World();
    private final OrderFileConnector connector = new OrderFileConnector();

    @BeforeEach
    void shop() {
        world.core.registry.write(List.of(connector.descriptor()));
        world.warehouse("SEOUL")
                .sku("LS-01-NV-M")
                .sku("CAP-09")
                .channel("Other mall", "SEOUL")
                .listed("Other mall", "LS-01-NV-M", "CAP-09");
        world.stock("LS-01-NV-M").at("SEOUL").changesBy(10);
        world.stock("CAP-09").at("SEOUL").changesBy(10);
        world.settle();
        world.tell("Other mall");
    }

    @AfterEach
    void ledgerBalances() {
        world.ledgerBalances();
    }

    @ParameterizedTest
    @CsvSource({
        "smartstore-orders.decrypted.xlsx, smartstore, 2, 0",
        "coupang-DeliveryList.xlsx, coupang, 2, 1",
        "esm-orders.xlsx, esm, 2, 0",
        "11st-orders.cp949.csv, 11st, 2, 0",
        "rakuten-orders.cp932.csv, rakuten, 2, 1"
    })
    void sampleTakesItsUnitsOnceAndGivesThemBackWhenUndone(String name, String mall, int shirts, int caps) {
        UUID channel = channel(mall);
        byte[] file = Sample.bytes(name);

        ImportRun preview = read(channel, file, null);
        assertThat(preview.state()).isEqualTo(ImportState.PREVIEWED);
        assertThat(preview.template()).isEqualTo(mall);
        assertThat(preview.newRows()).isEqualTo(preview.readRows()).isPositive();
        assertThat(preview.effects().stream().mapToInt(ImportRun.Effect::units).sum())
                .isEqualTo(shirts + caps);
        assertThat(preview.effects()).as("every line finds its SKU").allMatch(effect -> effect.sku() != null);
        reserved(0, 0);

        ImportRun committed = committed(preview.id());
        assertThat(committed.state()).isEqualTo(ImportState.COMMITTED);
        reserved(shirts, caps);
        assertThat(world.tell("Other mall")).containsEntry("LS-01-NV-M", 10 - shirts);

        ImportRun again = committed(read(channel, file, null).id());
        assertThat(again.duplicateRows()).isEqualTo(again.readRows());
        reserved(shirts, caps);
        assertThat(world.tell("Other mall")).isEmpty();

        world.run(() -> world.core.imports.undo(committed.id()));
        assertThat(workedOff(committed.id()).state()).isEqualTo(ImportState.UNDONE);
        reserved(0, 0);
        assertThat(world.tell("Other mall")).containsEntry("LS-01-NV-M", 10);
    }

    @Test
    void protectedFileIsReadWithThePasswordThatCameWithIt() {
        byte[] secret = Table.encrypted(Sample.bytes(Sample.SMARTSTORE), "1234");
        UUID channel = channel("smartstore");

        assertThat(read(channel, secret, "1234").newRows()).isEqualTo(1);
    }

    @Test
    void countsAddUpAndTheRejectedRowsComeBackCorrected() {
        UUID channel = channel("smartstore");
        byte[] file = Table.of(Table.smartStore("1", "11"))
                .row(Table.smartStore("2", "21"))
                .row(Table.smartStore("2", "22", "수량", "many"))
                .row(Table.smartStore("3", "31"))
                .row(Table.smartStore("3", "31"))
                .row(Table.smartStore("4", "41", "주문상태", "취소완료"))
                .xlsx();

        ImportRun first = committed(read(channel, file, null).id());
        assertThat(List.of(first.readRows(), first.newRows(), first.rejectedRows()))
                .containsExactly(6, 3, 3);
        assertThat(world.in(() -> world.core.imports.rows(first.id(), "rejected", null, 10))
                        .items())
                .extracting(ImportRun.RowView::code)
                .containsExactly("order-has-bad-row", "quantity-not-a-number", "cancelled-at-mall");
        reserved(4, 0);

        byte[] rejected = world.in(() -> world.core.imports.rejectedFile(first.id()));
        byte[] corrected = Table.of(OrderFile.of(rejected, null).readAs(Sample.mall("smartstore")))
                .set(1, "수량", "1")
                .csv(StandardCharsets.UTF_8);
        ImportRun second = committed(read(channel, corrected, null).id());
        assertThat(List.of(second.readRows(), second.newRows(), second.rejectedRows()))
                .containsExactly(3, 2, 1);
        reserved(7, 0);
    }

    private UUID channel(String mall) {
        return world.in(() -> world.core
                .channels
                .connect(
                        connector.id(),
                        "Files of " + mall,
                        Map.of("mall", mall),
                        ChannelPolicy.of(world.locationId("SEOUL")),
                        "tester")
                .id());
    }

    private ImportRun read(UUID channel, byte[] file, String password) {
        UUID id = world.in(() -> world.core.imports.upload(channel, "orders", file, password, "minji"));
        ImportWork.Due due = world.in(
                () -> world.core.importWork.claim(Duration.ofMinutes(1)).orElseThrow());
        OrderTemplate template = OrderFileConnector.template(
                due.channel().settings().get("mall"), due.channel().settings());
        ParsedFile parsed = OrderFile.of(due.content(), due.password()).readAs(template);
        byte[] rejected = parsed.rejectedRows().isEmpty() ? null : RejectedRows.of(parsed);
        world.run(() -> world.core.importWork.preview(id, OrderFileConnector.told(parsed), rejected));
        return world.in(() -> world.core.imports.get(id));
    }

    private ImportRun committed(UUID id) {
        world.run(() -> world.core.imports.commit(id));
        return workedOff(id);
    }

    private ImportRun workedOff(UUID id) {
        boolean more = true;
        while (more) {
            more = world.in(() -> world.core.importWork.workOn(id));
        }
        world.settle();
        return world.in(() -> world.core.imports.get(id));
    }

    private void reserved(int shirts, int caps) {
        world.stock("LS-01-NV-M").at("SEOUL").is(10, shirts);
        world.stock("CAP-09").at("SEOUL").is(10, caps);
    }
}

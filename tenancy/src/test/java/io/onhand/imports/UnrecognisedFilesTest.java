package io.onhand.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onhand.channel.Channel;
import io.onhand.channel.ChannelPolicy;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.ConnectorDescriptor.Capabilities;
import io.onhand.channel.ConnectorDescriptor.Limits;
import io.onhand.channel.ConnectorDescriptor.Setting;
import io.onhand.channel.FileField;
import io.onhand.flow.Housekeeping;
import io.onhand.refusal.Refusal;
import io.onhand.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnrecognisedFilesTest {
    private static final ConnectorDescriptor BAZAAR = new ConnectorDescriptor(
            "test-bazaar",
            "file",
            Map.of("en", "Bazaar"),
            new Capabilities(false, false, false, true, false),
            List.of(
                    new Setting("format", "choice", true, null, List.of("known", "own"), Map.of(), Map.of()),
                    new Setting("currency", "currency", false, null, List.of(), Map.of(), Map.of()),
                    new Setting("columns", "columns", false, null, List.of(), Map.of(), Map.of())),
            new Limits(0, 0, 0, 0, 0),
            List.of(
                    new FileField("orderId", "id", "order", Map.of()),
                    new FileField("quantity", "quantity", "quantity", Map.of())));
    private static final FileTable TABLE = new FileTable(
            "주문",
            1,
            List.of(
                    column("번호", "orderId", Map.of("id", "D-1")),
                    column("수량", "quantity", Map.of("quantity", "2", "id", "2")),
                    column("품명", null, Map.of("id", "머그"))),
            Map.of("format", "own"));
    private static final Map<String, String> RIGHT = Map.of("orderId", "번호", "quantity", "수량");

    private final World world = new World();
    private UUID channel;

    private static FileTable.Column column(String name, String guess, Map<String, String> reads) {
        return new FileTable.Column(name, List.of(new FileTable.Cell(reads.get("id"), reads)), guess);
    }

    @BeforeEach
    void bazaar() {
        world.warehouse("SEOUL");
        world.core.registry.write(List.of(BAZAAR));
        channel = world.in(() -> world.core.channels.connect(
                        BAZAAR.id(),
                        "Bazaar",
                        Map.of("format", "known"),
                        ChannelPolicy.of(world.locationId("SEOUL")),
                        "minji"))
                .id();
    }

    private UUID unrecognised() {
        UUID id = world.in(() -> world.core.imports.upload(
                channel, "주문.csv", "bytes".getBytes(StandardCharsets.UTF_8), "1234", "minji"));
        world.in(() -> world.core.importWork.claim(Duration.ofMinutes(1)));
        world.run(() ->
                world.core.unrecognised.keep(id, Refusal.invalid("header-not-found", "file", "No known names"), TABLE));
        return id;
    }

    @Test
    void itWaitsWithItsTableUntilItIsExplainedAndIsThenReadAgain() {
        UUID id = unrecognised();
        ImportRun waiting = world.in(() -> world.core.imports.get(id));
        assertThat(waiting.state()).isEqualTo(ImportState.UNRECOGNISED);
        assertThat(waiting.errorCode()).isEqualTo("header-not-found");
        assertThat(world.in(() -> world.core.unrecognised.table(id))).contains(TABLE);
        assertThat(world.in(() -> world.core.importWork.claim(Duration.ofMinutes(1))))
                .isEmpty();

        ImportRun again = world.in(() -> world.core.unrecognised.explain(id, RIGHT, Map.of("currency", "JPY")));
        assertThat(again.state()).isEqualTo(ImportState.UPLOADED);
        assertThat(again.errorCode()).isNull();
        ImportWork.Due due = world.in(() -> world.core.importWork.claim(Duration.ofMinutes(1)))
                .orElseThrow();
        assertThat(due.id()).isEqualTo(id);
        assertThat(due.content()).isEqualTo("bytes".getBytes(StandardCharsets.UTF_8));
        assertThat(due.password()).isEqualTo("1234");
        assertThat(due.channel().settings())
                .containsEntry("format", "own")
                .containsEntry("currency", "JPY")
                .hasEntrySatisfying("columns", written -> assertThat(written).contains("orderId=번호", "quantity=수량"));
    }

    @Test
    void whatIsWrongIsRefusedAtItsFieldAndNothingIsKept() {
        UUID id = unrecognised();
        assertRefused(id, Map.of("quantity", "수량"), "columns.orderId", "column-needed");
        assertRefused(id, Map.of("orderId", "수량", "quantity", "수량"), "columns.quantity", "column-chosen-twice");
        assertRefused(id, Map.of("orderId", "번호", "quantity", "품명"), "columns.quantity", "column-no-quantity");
        assertRefused(id, Map.of("orderId", "번호", "quantity", "개수"), "columns.quantity", "column-not-in-file");
        assertThat(world.in(() -> world.core.imports.get(id)).state()).isEqualTo(ImportState.UNRECOGNISED);
        assertThat(world.in(() -> world.core.channels.get(channel)).settings()).doesNotContainKey("columns");
    }

    @Test
    void theSettingItselfIsCheckedTooAsPartnersWriteIt() {
        Channel before = world.in(() -> world.core.channels.get(channel));
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> world.in(() -> world.core.channels.change(
                        channel,
                        "Bazaar",
                        Map.of("format", "own", "columns", "orderId=번호; quantity=번호"),
                        before.version())));
        assertThat(refusal.code()).isEqualTo("column-chosen-twice");
        assertThat(refusal.field()).isEqualTo("settings.columns");
    }

    @Test
    void onlyAFileThatWaitsCanBeExplained() {
        UUID id = unrecognised();
        world.in(() -> world.core.unrecognised.explain(id, RIGHT, Map.of()));
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> world.in(() -> world.core.unrecognised.explain(id, RIGHT, Map.of())))
                        .code())
                .isEqualTo("import-not-unrecognised");
    }

    @Test
    void aFileThatNobodyExplainsIsForgottenButItsTableServesTheNextOne() {
        UUID discarded = unrecognised();
        assertThat(world.in(() -> world.core.unrecognised.discard(discarded)).state())
                .isEqualTo(ImportState.FAILED);
        UUID old = unrecognised();
        world.clock.pass(Housekeeping.UNRECOGNISED_FILES.plusHours(1));
        UUID fresh = unrecognised();
        world.core.housekeeping.sweep(world.tenant);
        assertThat(world.in(() -> world.core.imports.get(old)).state()).isEqualTo(ImportState.FAILED);
        assertThat(world.in(() -> world.core.imports.get(fresh)).state()).isEqualTo(ImportState.UNRECOGNISED);
        assertThat(world.in(() -> world.core.unrecognised.newestTable(channel))).contains(TABLE);
    }

    private void assertRefused(UUID id, Map<String, String> columns, String field, String code) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> world.in(() -> world.core.unrecognised.explain(id, columns, Map.of())));
        assertThat(refusal.field() + " " + refusal.code()).isEqualTo(field + " " + code);
    }
}

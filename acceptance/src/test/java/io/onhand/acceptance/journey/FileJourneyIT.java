package io.onhand.acceptance.journey;

import static io.onhand.acceptance.running.RunningProduct.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.running.RunningProduct;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Malls whose orders come as files. */
class FileJourneyIT {
    private static final Set<String> SKUS = Set.of("LS-01-NV-M", "CAP-09", "GIFT-SET");

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    private ImportDesk desk;

    @BeforeEach
    void openTheDesk() {
        desk = new ImportDesk(product.api());
    }

    static List<ExportSamples.Sample> samples() {
        return ExportSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFileIsImportedOnceAndCanBeUndone(ExportSamples.Sample sample) {
        Snapshot before = quietSnapshot();

        JsonNode preview = desk.upload(sample);
        assertThat(preview.path("state").asText()).as(preview.toString()).isEqualTo("previewed");
        assertThat(preview.path("readRows").asInt()).isPositive();
        assertThat(preview.path("newRows")).as(preview.toString()).isEqualTo(preview.path("readRows"));
        assertThat(effects(preview)).isEqualTo(sample.units());
        assertThat(snapshot()).as("a preview moves nothing").isEqualTo(before);

        JsonNode committed = desk.commit(preview);
        assertThat(committed.path("state").asText()).isEqualTo("committed");
        everythingIsLessBy(sample.units(), before);
        Snapshot after = quietSnapshot();

        JsonNode again = desk.upload(sample);
        assertThat(again.path("duplicateRows")).as(again.toString()).isEqualTo(preview.path("readRows"));
        assertThat(again.path("newRows").asInt()).isZero();
        assertThat(desk.commit(again).path("state").asText()).isEqualTo("committed");
        assertThat(quietSnapshot()).as("the same file again changes nothing").isEqualTo(after);

        assertThat(desk.undo(committed).path("state").asText()).isEqualTo("undone");
        eventually(() -> assertThat(snapshot()).isEqualTo(before));
    }

    private static Map<String, Integer> effects(JsonNode preview) {
        Map<String, Integer> units = new HashMap<>();
        preview.path("effects")
                .forEach(effect -> units.put(
                        effect.path("sku").asText(), effect.path("units").asInt()));
        return units;
    }

    private void everythingIsLessBy(Map<String, Integer> units, Snapshot before) {
        eventually(() -> {
            Snapshot now = snapshot();
            units.forEach((sku, quantity) -> {
                before.available().forEach((channel, available) -> {
                    if (channel.startsWith(sku + " ")) {
                        assertThat(now.available()).containsEntry(channel, available - quantity);
                    }
                });
                before.shown().forEach((shop, shown) -> {
                    if (shop.startsWith(sku + " ")) {
                        assertThat(now.shown()).containsEntry(shop, shown.map(number -> number - quantity));
                    }
                });
            });
        });
    }

    private Snapshot snapshot() {
        return Snapshot.of(product.api(), product.sandbox(), SKUS);
    }

    /** The snapshot once every shop knows its numbers. */
    private Snapshot quietSnapshot() {
        eventually(() -> assertThat(product.api().all("/listings").stream()
                        .filter(listing -> SKUS.contains(listing.path("skuCode").asText()))
                        .filter(listing -> listing.path("channelName").asText().startsWith("Mall ")))
                .noneMatch(listing -> listing.hasNonNull("staleSince")));
        return snapshot();
    }

    @Test
    void aWrongPasswordIsToldAndAskedFor() {
        ExportSamples.Sample locked = ExportSamples.smartStore();

        isRefused(desk.upload(locked.channel(), locked.fileName(), locked.bytes(), "4321"), "wrong-password");
        isRefused(desk.upload(locked.channel(), locked.fileName(), locked.bytes(), null), "password-required");
    }

    @Test
    void aFileOfAnotherMallIsToldFromOurs() {
        byte[] coupang = ExportSamples.resource("coupang-DeliveryList.xlsx");

        isRefused(desk.upload("SmartStore", "DeliveryList.xlsx", coupang, null), "wrong-mall");
    }

    @Test
    void aFormForTheMallIsNoOrderFile() {
        byte[] form = ExportSamples.resource("smartstore-dispatch-upload.xlsx");

        isRefused(desk.upload("SmartStore", "dispatch.xlsx", form, null), "not-an-order-file");
    }

    @Test
    void aDamagedFileIsRefused() {
        byte[] whole = ExportSamples.resource("esm-orders.xlsx");

        isRefused(desk.upload("ESM", "esm.xlsx", Arrays.copyOf(whole, whole.length / 2), null), "file-damaged");
    }

    @Test
    void aFileIsOnlyTakenByAChannelThatReadsFiles() {
        String mall = product.api().all("/channels").stream()
                .filter(channel -> channel.path("name").asText().equals("Mall 01"))
                .map(channel -> channel.path("id").asText())
                .findFirst()
                .orElseThrow();

        Answer answer = product.api().upload(mall, "orders.csv", new byte[] {'a'}, null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("channel-reads-no-files");
        assertThat(product.api()
                        .get("/imports?limit=1&cursor=" + Http.encode("nonsense"))
                        .status())
                .isEqualTo(400);
    }

    private static void isRefused(JsonNode run, String code) {
        assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("failed");
        assertThat(run.at("/error/code").asText()).isEqualTo(code);
        assertThat(run.at("/error/detail").asText()).isNotBlank();
    }
}

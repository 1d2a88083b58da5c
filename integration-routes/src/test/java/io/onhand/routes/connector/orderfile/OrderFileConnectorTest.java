package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.RefusalAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.imports.Imports;
import io.onhand.routes.engine.Connector;
import io.onhand.routes.engine.ConnectorContract;
import io.onhand.routes.engine.FileReading;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileConnectorTest extends ConnectorContract {
    private final OrderFileConnector connector = new OrderFileConnector();

    @Override
    protected Connector connector() {
        return connector;
    }

    @ParameterizedTest
    @CsvSource({
        "smartstore-orders.decrypted.xlsx, smartstore",
        "coupang-DeliveryList.xlsx, coupang",
        "esm-orders.xlsx, esm",
        "11st-orders.cp949.csv, 11st",
        "rakuten-orders.cp932.csv, rakuten"
    })
    void everySampleIsReadTheSameEachTimeAsItsMallAndAsAny(String name, String mall) {
        FileReading reading = connector.readFile(name, Sample.bytes(name), null, Map.of("mall", mall));

        assertThat(connector.readFile(name, Sample.bytes(name), null, Map.of("mall", mall)))
                .isEqualTo(reading);
        assertThat(connector.readFile(name, Sample.bytes(name), "unused", Map.of()))
                .isEqualTo(reading);
    }

    @Test
    void takesFilesAsLargeAsTheyAreKept() {
        assertThat(OrderFileLimits.MAX_FILE_BYTES).isEqualTo(Imports.MAX_BYTES);
    }

    @Test
    void ownColumnsAreNamedInTheSettings() {
        byte[] csv = "No,Date,Item,Units\r\nA-1,2026-08-03,MUG-BLK,2\r\n".getBytes(StandardCharsets.UTF_8);
        Map<String, String> settings = Map.of(
                "mall", "own", "columns", "orderId=No; orderedAt=Date;\nsku = Item; quantity=Units", "currency", "JPY");

        assertThat(connector.readFile("own.csv", csv, null, settings)).isNotNull();
        assertThat(OrderFile.of(csv, null)
                        .readAs(OrderFileConnector.template("own", settings))
                        .orders()
                        .get(0)
                        .order()
                        .currency())
                .isEqualTo("JPY");
    }

    @Test
    void wrongSettingsAreRefusedByName() {
        refused(Map.of("mall", "bazaar"), "mall-unknown");
        refused(Map.of("mall", "smartstore", "zone", "Mars/Olympus"), "zone-unknown");
        refused(Map.of("mall", "smartstore", "currency", "won"), "currency-unknown");
        refused(Map.of("mall", "own"), "wrong-mall");
        refused(Map.of("mall", "own", "columns", "orderId=No"), "column-needed");
        refused(Map.of("mall", "own", "columns", "orderId"), "template-malformed");
        refused(Map.of("mall", "own", "columns", "colour=Colour"), "template-field-unknown");
    }

    private void refused(Map<String, String> settings, String code) {
        assertRefused(() -> connector.readFile("orders.xlsx", Sample.bytes(Sample.SMARTSTORE), null, settings), code);
    }
}

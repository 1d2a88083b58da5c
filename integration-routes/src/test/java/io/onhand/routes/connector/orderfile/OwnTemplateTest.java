package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.RefusalAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.canonical.IncomingOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnTemplateTest {
    private static final Map<String, String> COLUMNS = Map.of(
            "orderId", "Bestellung", "sku", "Artikel", "quantity", "Menge", "orderedAt", "Datum", "unitPrice", "Preis");

    @Test
    void merchantsOwnFileIsReadByTheColumnsTheyNamed() {
        OrderTemplate template = OrderTemplates.own("Own shop", COLUMNS, "Europe/Berlin", "EUR");
        byte[] csv = "Datum;Menge;Artikel;Bestellung;Preis;Farbe\r\n2026-08-03 12:00:00;2;MUG-BLK;B-1;12.50;black\r\n"
                .getBytes(StandardCharsets.UTF_8);

        ParsedFile file = OrderFile.of(csv, null).readAs(template);

        assertThat(file.drift().isNone()).isTrue();
        IncomingOrder order = file.orders().get(0).order();
        assertThat(order.externalId()).isEqualTo("B-1");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-08-03T10:00:00Z"));
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.lines())
                .containsExactly(new IncomingOrder.Line("MUG-BLK", "MUG-BLK", List.of("MUG-BLK"), null, 2, 1_250));
    }

    @Test
    void ownTemplateMustSayWhatAnOrderNeeds() {
        assertRefused(
                        () -> OrderTemplates.own("Own shop", Map.of("orderId", "No"), "Asia/Seoul", "KRW"),
                        "column-needed")
                .containsEntry("fields", List.of("sku", "listingId"));
        assertRefused(
                        () -> OrderTemplates.own(
                                "Own shop",
                                Map.of("orderId", "No", "sku", "Artikel", "quantity", "Menge", "orderedAt", "No"),
                                "Asia/Seoul",
                                "KRW"),
                        "column-chosen-twice")
                .containsEntry("other", "orderId");
        assertRefused(
                () -> OrderTemplates.own("Own shop", Map.of("colour", "Farbe"), "Asia/Seoul", "KRW"),
                "template-field-unknown");
        assertRefused(() -> OrderTemplates.own("Own shop", COLUMNS, "Mars/Olympus", "KRW"), "zone-unknown");
        assertRefused(() -> OrderTemplates.own("Own shop", COLUMNS, "Asia/Seoul", "won"), "currency-unknown");
    }

    @Test
    void fileThatLacksANamedColumnIsRefusedByName() {
        OrderTemplate template = OrderTemplates.own("Own shop", COLUMNS, "Asia/Seoul", "KRW");
        byte[] csv = "Datum,Artikel,Bestellung\r\n".getBytes(StandardCharsets.UTF_8);

        assertRefused(() -> OrderFile.of(csv, null).readAs(template), "columns-missing")
                .containsEntry("columns", List.of("Menge"));
    }

    @Test
    void mallsFileUnderAnOwnTemplateIsTheWrongMall() {
        OrderTemplate template = OrderTemplates.own("Own shop", COLUMNS, "Asia/Seoul", "KRW");

        assertRefused(() -> OrderFile.of(Sample.bytes(Sample.COUPANG), null).readAs(template), "wrong-mall")
                .containsEntry("looksLike", "coupang");
    }

    @Test
    void channelMayHaveItsOwnClockAndMoney() {
        OrderTemplate tokyo = Sample.mall("smartstore").with(java.time.ZoneId.of("UTC"), "USD");

        IncomingOrder order = OrderFile.of(Sample.bytes(Sample.SMARTSTORE), null)
                .readAs(tokyo)
                .orders()
                .get(0)
                .order();

        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-08-03T21:07:21Z"));
        assertThat(order.currency()).isEqualTo("USD");
        assertThat(order.lines().get(0).unitPriceMinor()).isEqualTo(2_970_000);
    }
}

package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.RefusalAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.canonical.IncomingOrder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileSamplesTest {
    @Test
    void smartStoreOrderIsReadBelowTheNoticeRow() {
        ParsedFile file = Sample.read(Sample.SMARTSTORE, "smartstore");

        assertThat(file.headerRowNumber()).isEqualTo(2);
        assertThat(file.sheet()).isEqualTo("발주발송관리");
        assertThat(file.drift().isNone()).isTrue();
        assertThat(file.rows()).hasSize(1).allMatch(ParsedRow::isTaken);
        assertThat(file.rows().get(0).rowNumber()).isEqualTo(3);
        assertThat(file.orders())
                .containsExactly(new ParsedOrder(
                        new IncomingOrder(
                                "2026080398765431",
                                Instant.parse("2026-08-03T12:07:21Z"),
                                "KRW",
                                new IncomingOrder.Buyer("김견본", null, null),
                                new IncomingOrder.Address(
                                        "이예시", "010-0000-1234", "06236", "KR", null, null, "서울특별시 강남구 예시로 1", "101호"),
                                List.of(new IncomingOrder.Line(
                                        "2026080312345671",
                                        "7700000001/LS-01-NV-M",
                                        List.of("LS-01-NV-M", "LS-01", "7700000001"),
                                        "린넨 셔츠 (색상: 네이비 / 사이즈: M)",
                                        2,
                                        29_700)),
                                "부재 시 문 앞"),
                        List.of(3)));
    }

    @Test
    void coupangOrderKeepsItsEighteenDigitBoxNumberAndItsTwoLines() {
        ParsedFile file = Sample.read(Sample.COUPANG, "coupang");

        assertThat(file.drift().isNone()).isTrue();
        IncomingOrder order = onlyOrder(file);
        assertThat(order.externalId()).isEqualTo("3000123456789");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-08-03T12:14:08Z"));
        assertThat(order.lines())
                .extracting(IncomingOrder.Line::externalLineId)
                .containsExactly(
                        "642538971002345678-3000123456789-85000000001", "642538971002345678-3000123456789-85000000002");
        assertThat(order.lines())
                .extracting(IncomingOrder.Line::listingId)
                .containsExactly("85000000001", "85000000002");
        assertThat(order.lines().get(0).skuCandidates()).containsExactly("LS-01-NV-M", "85000000001");
        assertThat(order.lines()).extracting(IncomingOrder.Line::quantity).containsExactly(2, 1);
        assertThat(order.lines()).extracting(IncomingOrder.Line::unitPriceMinor).containsExactly(29_700L, 19_800L);
        assertThat(order.shipTo().phone()).isEqualTo("0502-000-1234");
    }

    @Test
    void esmOrderNumberStandsBehindItsSite() {
        ParsedFile file = Sample.read(Sample.ESM, "esm");

        assertThat(file.drift().isNone()).isTrue();
        IncomingOrder order = onlyOrder(file);
        assertThat(order.externalId()).isEqualTo("auction-2212345678");
        assertThat(order.lines().get(0).externalLineId()).isEqualTo("옥션(bluehA)-2212345678");
        assertThat(order.lines().get(0).listingId()).isEqualTo("E100000001/LS-01-NV-M");
        assertThat(order.lines().get(0).skuCandidates()).containsExactly("LS-01-NV-M", "LS-01", "E100000001");
        assertThat(order.lines().get(0).unitPriceMinor()).isEqualTo(29_700);
    }

    @Test
    void elevenStreetOrderIsReadFromKoreanText() {
        ParsedFile file = Sample.read(Sample.ELEVEN_STREET, "11st");

        assertThat(file.charset()).isEqualTo("x-windows-949");
        assertThat(file.drift().isNone()).isTrue();
        IncomingOrder order = onlyOrder(file);
        assertThat(order.externalId()).isEqualTo("20260803123456789");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-08-03T12:15:02Z"));
        assertThat(order.lines().get(0).externalLineId()).isEqualTo("20260803123456789-1");
        assertThat(order.lines().get(0).title()).isEqualTo("린넨 셔츠 (색상:네이비,사이즈:M-2개)");
        assertThat(order.shipTo().postalCode()).isEqualTo("06236");
    }

    @Test
    void rakutenOrderIsReadFromWindowsJapaneseWithLineBreaksInsideFields() {
        ParsedFile file = Sample.read(Sample.RAKUTEN, "rakuten");

        assertThat(file.charset()).isEqualTo("windows-31j");
        assertThat(file.drift().isNone()).isTrue();
        assertThat(file.rows()).extracting(ParsedRow::rowNumber).containsExactly(2, 3);
        IncomingOrder order = onlyOrder(file);
        assertThat(order.externalId()).isEqualTo("398121-20260803-0000114201");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-08-03T12:14:08Z"));
        assertThat(order.currency()).isEqualTo("JPY");
        assertThat(order.shipTo().name()).isEqualTo("髙橋 花子");
        assertThat(order.shipTo().phone()).isEqualTo("090-0000-1234");
        assertThat(order.shipTo().postalCode()).isEqualTo("060-0001");
        assertThat(order.shipTo().region()).isEqualTo("北海道");
        assertThat(order.note()).isEqualTo("[配送日時指定:]\r\n2026-08-06(木)\r\n午前中");
        assertThat(order.lines()).extracting(IncomingOrder.Line::title).containsExactly("リネンシャツ", "ウールキャップ①");
        assertThat(order.lines())
                .extracting(IncomingOrder.Line::listingId)
                .containsExactly("linen-shirt-01/ls01-nv-m", "wool-cap-09/normal-inventory");
        assertThat(order.lines().get(1).skuCandidates()).containsExactly("wool-cap-09", "CAP-09");
        assertThat(order.lines()).extracting(IncomingOrder.Line::unitPriceMinor).containsExactly(2_970L, 2_970L);
    }

    @ParameterizedTest
    @CsvSource({
        "smartstore-orders.decrypted.xlsx, smartstore",
        "coupang-DeliveryList.xlsx, coupang",
        "esm-orders.xlsx, esm",
        "11st-orders.cp949.csv, 11st",
        "rakuten-orders.cp932.csv, rakuten"
    })
    void everyFileIsRecognisedByItsColumns(String name, String mall) {
        ParsedFile file = OrderFile.of(Sample.bytes(name), null).recognise();

        assertThat(file.template().id()).isEqualTo(mall);
        assertThat(file.orders()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "smartstore-orders.decrypted.xlsx, smartstore",
        "coupang-DeliveryList.xlsx, coupang",
        "esm-orders.xlsx, esm",
        "11st-orders.cp949.csv, 11st",
        "rakuten-orders.cp932.csv, rakuten"
    })
    void everyFileIsRefusedAsThatOfAnotherMall(String name, String mall) {
        for (OrderTemplate other : OrderTemplates.malls()) {
            if (!other.id().equals(mall)) {
                assertRefused(() -> OrderFile.of(Sample.bytes(name), null).readAs(other), "wrong-mall")
                        .containsEntry("looksLike", mall)
                        .containsEntry("expected", other.id());
            }
        }
    }

    @Test
    void dispatchUploadIsNoOrderFile() {
        OrderFile dispatch = OrderFile.of(Sample.bytes(Sample.SMARTSTORE_DISPATCH), null);

        assertRefused(() -> dispatch.readAs(Sample.mall("smartstore")), "not-an-order-file")
                .containsEntry("looksLike", "SmartStore's dispatch upload (발송처리)");
        assertRefused(dispatch::recognise, "not-an-order-file");
    }

    private static IncomingOrder onlyOrder(ParsedFile file) {
        assertThat(file.rows()).allMatch(ParsedRow::isTaken);
        assertThat(file.orders()).hasSize(1);
        return file.orders().get(0).order();
    }
}

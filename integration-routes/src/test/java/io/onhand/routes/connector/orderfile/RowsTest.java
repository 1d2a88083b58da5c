package io.onhand.routes.connector.orderfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    @Test
    void idsStayTextAndKeepTheirLeadingZeros() {
        ParsedFile file = xlsx(Table.of(Table.smartStore("0002026080398765431", "000123", "옵션관리코드", "007")));

        assertThat(file.orders().get(0).order().externalId()).isEqualTo("0002026080398765431");
        assertThat(file.rows().get(0).line().externalLineId()).isEqualTo("000123");
        assertThat(file.rows().get(0).line().skuCandidates()).startsWith("007");
    }

    @Test
    void wholeNumberThatExcelKeepsExactlyIsAnId() {
        ParsedFile file = xlsx(Table.of(Table.smartStore("1", "11")).set(0, "상품주문번호", 2026080312345671L));

        assertThat(file.rows().get(0).line().externalLineId()).isEqualTo("2026080312345671");
    }

    @ParameterizedTest
    @ValueSource(doubles = {6.4253897100234573E+17, 2.0260803123456788E+16, 2026080312345670d, 12.5, 1e22})
    void idThatExcelHasRoundedIsRejected(double id) {
        for (ParsedFile file : new ParsedFile[] {
            xlsx(Table.of(Table.smartStore("1", "11")).set(0, "상품주문번호", id)),
            read(Table.of(Table.smartStore("1", "11")).set(0, "상품주문번호", id).xls())
        }) {
            assertThat(file.orders()).isEmpty();
            RowRejection why = file.rows().get(0).rejection();
            assertThat(why.code()).isEqualTo("id-damaged-by-excel");
            assertThat(why.column()).isEqualTo("상품주문번호");
            assertThat(why.message()).contains("상품주문번호").contains("digits");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.42539E+17", "3.00012E+12", "2E+16"})
    void idThatExcelWroteAsAnExponentIsRejected(String id) {
        ParsedFile file = csv(Table.of(Table.smartStore(id, "11")));

        assertThat(file.rows().get(0).rejection().code()).isEqualTo("id-damaged-by-excel");
        assertThat(file.rows().get(0).rejection().value()).isEqualTo(id);
    }

    @Test
    void longIdsThatAllEndInZerosWereCutByExcel() {
        Table table = Table.of(Table.smartStore("20260803123456700", "11"))
                .row(Table.smartStore("20260803123456800", "12"))
                .row(Table.smartStore("20260803123456900", "13"));

        ParsedFile file = csv(table);

        assertThat(file.orders()).isEmpty();
        assertThat(file.rows()).allMatch(row -> row.rejection().code().equals("id-damaged-by-excel"));
        assertThat(csv(Table.of(Table.smartStore("20260803123456700", "11"))).orders())
                .as("one may be chance")
                .hasSize(1);
    }

    @Test
    void lineNumbersThatAllEndInZerosWereCutByExcel() {
        Table cut = Table.of(Table.smartStore("1", "2026080312345670"));
        Table whole = Table.of(Table.smartStore("1", "2026080312345670"));
        for (int i = 1; i < 5; i++) {
            cut.row(Table.smartStore("" + i, "202608031234" + i + "670"));
            whole.row(Table.smartStore("" + i, "202608031234" + i + "67" + i));
        }

        assertThat(csv(cut).orders()).isEmpty();
        assertThat(csv(cut).rows()).allMatch(row -> row.rejection().column().equals("상품주문번호"));
        assertThat(csv(whole).rows()).allMatch(ParsedRow::isTaken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-08-03 21:14:08|2026-08-03T12:14:08Z",
                "2026-08-03T21:14:08|2026-08-03T12:14:08Z",
                "2026.08.03 21:14|2026-08-03T12:14:00Z",
                "2026/08/03 9:14:08|2026-08-03T00:14:08Z",
                "2026.08.03|2026-08-02T15:00:00Z",
                "2026. 8. 3.|2026-08-02T15:00:00Z",
                "2026년 8월 3일 21시 14분|2026-08-03T12:14:00Z",
                "2026年8月3日|2026-08-02T15:00:00Z",
                "2026-08-03 오후 9:14:08|2026-08-03T12:14:08Z",
                "2026-08-03 오전 12:14:08|2026-08-02T15:14:08Z",
                "2026-08-03 9:14:08 PM|2026-08-03T12:14:08Z",
                "20260803211408|2026-08-03T12:14:08Z",
                "20260803|2026-08-02T15:00:00Z",
                "2026-08-03T21:14:08+09:00|2026-08-03T12:14:08Z",
                "2026-08-03T12:14:08Z|2026-08-03T12:14:08Z",
                "46237.8848|2026-08-03T12:14:07Z",
                "46237|2026-08-02T15:00:00Z"
            })
    void datesAreReadByTheMallsClock(String written, Instant meant) {
        assertThat(csv(Table.of(Table.smartStore("1", "11", "주문일시", written)))
                        .orders()
                        .get(0)
                        .order()
                        .placedAt())
                .isEqualTo(meant);
    }

    @Test
    void excelDatesAreReadByTheMallsClock() {
        ParsedFile file = xlsx(Table.of(Table.smartStore("1", "11")).set(0, "주문일시", 46237.8848));

        assertThat(file.orders().get(0).order().placedAt()).isEqualTo(Instant.parse("2026-08-03T12:14:07Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "2026-13-01", "08/03/2026", "25:00", "1.5", "0000-00-00"})
    void otherDatesAreRejected(String written) {
        assertRejected(Table.smartStore("1", "11", "주문일시", written), "date-not-readable", "주문일시");
    }

    @ParameterizedTest
    @CsvSource({
        "'29,700원',29700",
        "29700,29700",
        "'29,700',29700",
        "'₩ 29,700',29700",
        "29700.00,29700",
        "0,0",
        "２９７００円,29700"
    })
    void moneyIsReadAsPeopleWriteIt(String written, long minor) {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11", "상품가격", written)));

        assertThat(file.rows().get(0).line().unitPriceMinor()).isEqualTo(minor);
    }

    @Test
    void blankMoneyIsNotZero() {
        assertRejected(Table.smartStore("1", "11", "상품가격", " "), "value-missing", "상품가격");
    }

    @ParameterizedTest
    @CsvSource({
        "free,amount-not-a-number",
        "'2,97,00',amount-not-a-number",
        "-1,amount-negative",
        "29700.5,amount-not-exact",
        "99999999999999999999,amount-not-exact",
        "1000000000001,amount-too-large"
    })
    void otherMoneyIsRejected(String written, String code) {
        assertRejected(Table.smartStore("1", "11", "상품가격", written), code, "상품가격");
    }

    @Test
    void priceOfAnOptionIsAddedAndMayBeBelowZero() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11", "옵션가격", "-700")));

        assertThat(file.rows().get(0).line().unitPriceMinor()).isEqualTo(29_000);
    }

    @ParameterizedTest
    @CsvSource({
        "0,quantity-out-of-range",
        "-1,quantity-out-of-range",
        "1000001,quantity-out-of-range",
        "1.5,quantity-not-a-number",
        "two,quantity-not-a-number",
        "'',value-missing"
    })
    void otherQuantitiesAreRejected(String written, String code) {
        assertRejected(Table.smartStore("1", "11", "수량", written), code, "수량");
    }

    @Test
    void optionsOfOneProductAreDifferentListings() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11"))
                .row(Table.smartStore("2", "21", "옵션관리코드", "", "옵션정보", "색상: 네이비 / 사이즈: L"))
                .row(Table.smartStore("3", "31", "옵션관리코드", "", "옵션정보", "")));

        assertThat(file.rows())
                .extracting(row -> row.line().listingId())
                .containsExactly("7700000001/LS-01-NV-M", "7700000001/색상: 네이비 / 사이즈: L", "7700000001");
    }

    @Test
    void packsOfDifferentSizesAreDifferentListings() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11", "옵션관리코드", "", "옵션정보", "구성: 3개"))
                .row(Table.smartStore("2", "21", "옵션관리코드", "", "옵션정보", "구성: 5개"))
                .row(Table.smartStore("3", "31", "옵션관리코드", "", "옵션정보", "2개")));

        assertThat(file.rows())
                .extracting(row -> row.line().listingId())
                .containsExactly("7700000001/구성: 3개", "7700000001/구성: 5개", "7700000001/2개");
    }

    @ParameterizedTest
    @CsvSource({
        "색상:네이비-2개,2,색상:네이비",
        "색상:네이비-3개,3,색상:네이비",
        "구성:3개-2개,2,구성:3개",
        "구성:3개,2,구성:3개",
    })
    void theCountThatElevenStreetWritesBehindAnOptionIsNoPartOfIt(String option, int quantity, String chosen) {
        ParsedFile file = elevenStreet()
                .set(0, "주문상품옵션코드", "")
                .set(0, "판매자재고번호", "")
                .set(0, "옵션", option)
                .set(0, "수량", Integer.toString(quantity))
                .set(0, "주문금액", Integer.toString(29_700 * quantity))
                .parsed("11st");

        assertThat(file.rows().get(0).line().listingId()).isEqualTo("5500000001/" + chosen);
    }

    @Test
    void elevenStreetsLineOfWhichAPartIsCancelledNeedsAPerson() {
        ParsedFile file =
                elevenStreet().set(0, "수량", "3").set(0, "주문금액", "29700").parsed("11st");

        assertThat(file.orders()).isEmpty();
        assertThat(file.rows().get(0).rejection().code()).isEqualTo("quantity-needs-review");
        assertThat(file.rows().get(0).rejection().column()).isEqualTo("주문금액");
        assertThat(elevenStreet()
                        .set(0, "수량", "2")
                        .set(0, "주문금액", "30700")
                        .set(0, "주문상품옵션결제금액", "1000")
                        .parsed("11st")
                        .rows()
                        .get(0)
                        .line()
                        .unitPriceMinor())
                .as("with its part of the option's surcharge")
                .isEqualTo(15_350);
    }

    @Test
    void anAmountBeyondAllMeasureRejectsItsRowOnly() {
        ParsedFile file =
                elevenStreet().set(0, "주문상품옵션결제금액", "9000000000000000000").parsed("11st");

        assertThat(file.rows().get(0).rejection().code()).isEqualTo("amount-too-large");
        assertThat(file.rows().get(0).rejection().column()).isEqualTo("주문상품옵션결제금액");
    }

    private static Table elevenStreet() {
        return Table.of(Sample.read(Sample.ELEVEN_STREET, "11st")).set(0, "판매단가", "14850");
    }

    @Test
    void smartStoresLineOfWhichAPartIsCancelledNeedsAPerson() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11", "최초 상품별 총 주문금액", "59400", "최종 상품별 총 주문금액", "59400"))
                .row(Table.smartStore("2", "21", "최초 상품별 총 주문금액", "59400", "최종 상품별 총 주문금액", "29700")));

        assertThat(file.orders()).hasSize(1);
        assertThat(file.rows().get(1).rejection().code()).isEqualTo("quantity-needs-review");
        assertThat(file.rows().get(1).rejection().column()).isEqualTo("최종 상품별 총 주문금액");
        assertThat(file.rows().get(1).rejection().value()).isEqualTo("29700");
    }

    @Test
    void esmRowWithGoodsInAdditionNeedsAPerson() {
        ParsedFile file = Table.of(Sample.read(Sample.ESM, "esm"))
                .set(0, "추가구성", "선물포장/1개")
                .parsed("esm");

        assertThat(file.orders()).isEmpty();
        assertThat(file.rows().get(0).rejection().code()).isEqualTo("quantity-needs-review");
        assertThat(file.rows().get(0).rejection().column()).isEqualTo("추가구성");
    }

    @Test
    void rowsOfOneOrderBecomeItsLinesWhereverTheyStand() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11"))
                .row(Table.smartStore("2", "21"))
                .row(Table.smartStore("1", "12", "옵션관리코드", "CAP-09")));

        assertThat(file.orders()).hasSize(2);
        assertThat(file.orders().get(0).rowNumbers()).containsExactly(2, 4);
        assertThat(file.orders().get(0).order().lines()).hasSize(2);
    }

    @Test
    void oneBadRowRejectsItsWholeOrderAndNoOther() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11"))
                .row(Table.smartStore("1", "12", "수량", "many"))
                .row(Table.smartStore("2", "21")));

        assertThat(file.orders()).hasSize(1);
        assertThat(file.orders().get(0).order().externalId()).isEqualTo("2");
        assertThat(file.rows().get(0).rejection().code()).isEqualTo("order-has-bad-row");
        assertThat(file.rows().get(0).rejection().message()).startsWith("Row 3 ");
        assertThat(file.rows().get(1).rejection().code()).isEqualTo("quantity-not-a-number");
    }

    @Test
    void cancelledLineIsLeftOutAndTheOthersOfItsOrderAreTaken() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11"))
                .row(Table.smartStore("1", "12", "주문상태", "취소완료"))
                .row(Table.smartStore("2", "21", "주문상태", "반품완료"))
                .row(Table.smartStore("3", "31", "주문상태", "취소철회")));

        assertThat(file.orders())
                .extracting(order -> order.order().externalId())
                .containsExactly("1", "3");
        assertThat(file.orders().get(0).order().lines()).hasSize(1);
        assertThat(file.rows().get(1).rejection().code()).isEqualTo("cancelled-at-mall");
        assertThat(file.rows().get(1).line().externalLineId()).isEqualTo("12");
        assertThat(file.rows().get(2).rejection().code()).isEqualTo("cancelled-at-mall");
    }

    @Test
    void lineThatStandsTwiceCountsOnceUnlessItContradictsItself() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11"))
                .row(Table.smartStore("1", "11"))
                .row(Table.smartStore("2", "21"))
                .row(Table.smartStore("2", "21", "수량", "3")));

        assertThat(file.orders()).hasSize(1);
        assertThat(file.rows().get(1).repeats()).isEqualTo(2);
        assertThat(file.rows().get(1).rejection()).isNull();
        assertThat(file.rows().get(3).rejection().code()).isEqualTo("line-repeated-in-file");
        assertThat(file.rows().get(2).rejection().code()).isEqualTo("order-has-bad-row");
    }

    @Test
    void aRowForAnotherRecipientIsNoRepetition() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11")).row(Table.smartStore("1", "11", "수취인명", "박예시")));

        assertThat(file.orders()).isEmpty();
        assertThat(file.rows().get(1).repeats()).isNull();
        assertThat(file.rows().get(1).rejection().code()).isEqualTo("line-repeated-in-file");
    }

    @Test
    void orderToTwoRecipientsIsRejected() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11")).row(Table.smartStore("1", "12", "수취인명", "박예시")));

        assertThat(file.orders()).isEmpty();
        assertThat(file.rows()).allMatch(row -> row.rejection().code().equals("several-destinations"));
    }

    @Test
    void rakutenOrderToTwoDestinationsIsOneOrderEach() {
        Table table = Table.of(Sample.read(Sample.RAKUTEN, "rakuten"))
                .set(0, "複数送付先フラグ", "1")
                .set(1, "複数送付先フラグ", "1")
                .set(1, "送付先ID", "1107654399")
                .set(1, "送付先名", "太郎");

        ParsedFile file = OrderFile.of(table.xlsx(), null).readAs(Sample.mall("rakuten"));

        assertThat(file.orders())
                .extracting(order -> order.order().externalId())
                .containsExactly("398121-20260803-0000114201/1107654321", "398121-20260803-0000114201/1107654399");
    }

    @Test
    void rakutenPriceWithoutTaxIsReplacedByTheOneWithTax() {
        Table table = Table.of(Sample.read(Sample.RAKUTEN, "rakuten"))
                .set(0, "税込別", "0")
                .set(0, "単価", "2700")
                .set(1, "税込別", "0")
                .set(1, "商品毎税込価格", "");

        ParsedFile file = OrderFile.of(table.xlsx(), null).readAs(Sample.mall("rakuten"));

        assertThat(file.rows().get(0).line().unitPriceMinor()).isEqualTo(2_970);
        assertThat(file.rows().get(1).rejection().code()).isEqualTo("price-without-tax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"색상:네이비/사이즈:M/3개", "색상:네이비/1개, 색상:블랙/1개", "용량:10개 세트/2개"})
    void esmOptionThatNamesAnotherCountNeedsAPerson(String option) {
        Table table = Table.of(Sample.read(Sample.ESM, "esm")).set(0, "주문옵션", option);

        ParsedFile file = OrderFile.of(table.xlsx(), null).readAs(Sample.mall("esm"));

        assertThat(file.orders()).isEmpty();
        assertThat(file.rows().get(0).rejection().code()).isEqualTo("quantity-needs-review");
        assertThat(file.rows().get(0).rejection().column()).isEqualTo("주문옵션");
    }

    @ParameterizedTest
    @CsvSource({"지마켓(blueh),gmarket-2212345678", "옥션(blueh),auction-2212345678"})
    void esmSitesDoNotShareOrderNumbers(String seller, String order) {
        Table table = Table.of(Sample.read(Sample.ESM, "esm")).set(0, "아이디", seller);

        assertThat(OrderFile.of(table.xlsx(), null)
                        .readAs(Sample.mall("esm"))
                        .orders()
                        .get(0)
                        .order()
                        .externalId())
                .isEqualTo(order);
    }

    @Test
    void esmRowWithoutASiteIsRejected() {
        Table table = Table.of(Sample.read(Sample.ESM, "esm")).set(0, "아이디", "blueh");

        ParsedFile file = OrderFile.of(table.xlsx(), null).readAs(Sample.mall("esm"));

        assertThat(file.rows().get(0).rejection().code()).isEqualTo("site-unknown");
    }

    @Test
    void characterThatTheCharsetDoesNotHaveRejectsItsRowOnly() {
        byte[] csv = Table.of(Table.smartStore("1", "11"))
                .row(Table.smartStore("2", "21", "배송메세지", "XX"))
                .csv(Charset.forName("MS949"));
        for (int i = 0; i < csv.length - 1; i++) {
            if (csv[i] == 'X' && csv[i + 1] == 'X') {
                csv[i] = (byte) 0xFF;
                csv[i + 1] = (byte) 0xFF;
            }
        }

        ParsedFile file = read(csv);

        assertThat(file.orders()).hasSize(1);
        assertThat(file.rows().get(1).rejection().code()).isEqualTo("text-not-readable");
        assertThat(file.rows().get(1).rejection().column()).isEqualTo("배송메세지");
    }

    @Test
    void textIsReadInUtf8WithAndWithoutItsMarkAndInUtf16() {
        Table table = Table.of(Table.smartStore("1", "11"));
        ParsedFile expected = xlsx(table);
        String text = new String(table.csv(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).orders()).isEqualTo(expected.orders());
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)).orders())
                .isEqualTo(expected.orders());
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).orders())
                .isEqualTo(expected.orders());
        assertThat(read(text.replace("\",\"", "\"\t\"").getBytes(StandardCharsets.UTF_8))
                        .orders())
                .as("separated by tabs")
                .isEqualTo(expected.orders());
    }

    @Test
    void blankRowsAreNotCountedAndRowNumbersStayThoseOfTheFile() {
        ParsedFile file = csv(Table.of(Table.smartStore("1", "11"))
                .row(Table.cells())
                .row(Table.cells("수량", "  "))
                .row(Table.smartStore("2", "21")));

        assertThat(file.rows()).extracting(ParsedRow::rowNumber).containsExactly(2, 5);
    }

    private static void assertRejected(java.util.Map<String, Object> cells, String code, String column) {
        ParsedFile file = csv(Table.of(cells));

        assertThat(file.orders()).isEmpty();
        assertThat(file.rows().get(0).rejection().code()).isEqualTo(code);
        assertThat(file.rows().get(0).rejection().column()).isEqualTo(column);
    }

    private static ParsedFile csv(Table table) {
        return read(table.csv(StandardCharsets.UTF_8));
    }

    private static ParsedFile xlsx(Table table) {
        return read(table.xlsx());
    }

    private static ParsedFile read(byte[] bytes) {
        return OrderFile.of(bytes, null).readAs(Sample.mall("smartstore"));
    }
}

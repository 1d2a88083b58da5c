package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.RefusalAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HeaderTest {
    private static final Map<String, String> MALL_OF_SAMPLE = Map.of(
            Sample.SMARTSTORE, "smartstore",
            Sample.COUPANG, "coupang",
            Sample.ESM, "esm",
            Sample.ELEVEN_STREET, "11st",
            Sample.RAKUTEN, "rakuten");

    @RepeatedTest(20)
    void columnsMayStandInAnyOrderInEveryFormat(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        MALL_OF_SAMPLE.forEach((sample, mall) -> {
            ParsedFile original = Sample.read(sample, mall);
            Table shuffled = Table.of(original).shuffled(random);

            assertThat(linesOf(shuffled.xlsx(), mall)).isEqualTo(original.orders());
            assertThat(linesOf(shuffled.xls(), mall)).isEqualTo(original.orders());
            assertThat(linesOf(shuffled.csv(StandardCharsets.UTF_8), mall)).isEqualTo(original.orders());
            assertThat(linesOf(shuffled.csv(Sample.mall(mall).charset()), mall)).isEqualTo(original.orders());
            if (!mall.equals("rakuten")) {
                assertThat(linesOf(shuffled.html(StandardCharsets.UTF_8), mall)).isEqualTo(original.orders());
            }
        });
    }

    @Test
    void headerIsFoundBelowNoticesButOnlyAmongTheFirstTenRows() {
        Table table = Table.of(Table.smartStore("1", "11"));
        for (int notices = 1; notices <= 9; notices++) {
            table.notice("안내 " + notices);
        }

        assertThat(read(table).headerRowNumber()).isEqualTo(10);
        assertThat(read(table).rows().get(0).rowNumber()).isEqualTo(11);
        table.notice("안내 10");
        assertRefused(() -> read(table), "header-not-found");
    }

    @Test
    void namesAreTheSameHoweverTheyAreSpacedStarredOrComposed() {
        Table table = Table.of(Table.smartStore("1", "11"))
                .renamed("주문번호", " 주문번호* ")
                .renamed("판매자 상품코드", "판매자\n상품코드")
                .renamed("수취인명", Normalizer.normalize("수취인명", Normalizer.Form.NFD))
                .renamed("상품가격", "상품 가격:");

        ParsedFile file = read(table);

        assertThat(file.drift().newColumns()).isEmpty();
        assertThat(file.orders())
                .isEqualTo(read(Table.of(Table.smartStore("1", "11"))).orders());
    }

    @Test
    void renamedColumnIsDriftAndItsFieldStaysEmpty() {
        Table table = Table.of(Table.smartStore("1", "11")).renamed("수취인명", "받는 사람");

        ParsedFile file = read(table);

        assertThat(file.drift().newColumns()).containsExactly("받는 사람");
        assertThat(file.drift().missingColumns()).contains("수취인명");
        assertThat(file.orders()).hasSize(1);
        assertThat(file.orders().get(0).order().shipTo()).isNull();
    }

    @Test
    void columnThatTheMallAddedIsDrift() {
        ParsedFile file = read(Table.of(Table.smartStore("1", "11")).with("새 항목", "x"));

        assertThat(file.drift().newColumns()).containsExactly("새 항목");
        assertThat(file.orders()).hasSize(1);
    }

    @Test
    void missingRequiredColumnsAreNamed() {
        Table table =
                Table.of(Table.smartStore("1", "11")).renamed("수량", "주문수량").without("상품번호");

        assertRefused(() -> read(table), "columns-missing")
                .containsEntry("columns", List.of("상품번호", "수량"))
                .containsEntry("newColumns", List.of("주문수량"));
    }

    @Test
    void columnThatStandsTwiceIsNotGuessed() {
        byte[] csv =
                "주문번호,상품주문번호,상품번호,수량,상품가격,주문일시,수량\r\n1,11,7,2,100,2026-08-03,3\r\n".getBytes(StandardCharsets.UTF_8);

        assertRefused(() -> OrderFile.of(csv, null).readAs(Sample.mall("smartstore")), "column-twice")
                .containsEntry("columns", List.of("수량"));
    }

    @Test
    void otherTableIsNoOrderFile() {
        byte[] csv = "date,weather\r\n2026-08-03,sunny\r\n".getBytes(StandardCharsets.UTF_8);

        assertRefused(() -> OrderFile.of(csv, null).readAs(Sample.mall("smartstore")), "header-not-found");
        assertRefused(() -> OrderFile.of(csv, null).recognise(), "header-not-found");
    }

    @Test
    void newerAmountColumnsAreKnown() {
        Table table = Table.of(Table.smartStore("1", "11", "최초 상품별 총 주문금액", "58400", "최종 상품별 총 주문금액", "58400"));

        assertThat(read(table).drift().newColumns()).isEmpty();
        assertThat(read(table).orders().get(0).order().lines().get(0).unitPriceMinor())
                .as("before discounts")
                .isEqualTo(29_700);
    }

    private static ParsedFile read(Table table) {
        return OrderFile.of(table.xlsx(), null).readAs(Sample.mall("smartstore"));
    }

    private static List<ParsedOrder> linesOf(byte[] bytes, String mall) {
        ParsedFile file = OrderFile.of(bytes, null).readAs(Sample.mall(mall));
        int below = file.headerRowNumber();
        return file.orders().stream()
                .map(order -> new ParsedOrder(
                        order.order(),
                        order.rowNumbers().stream()
                                .map(row -> row - below + originalHeaderRow(mall))
                                .toList()))
                .toList();
    }

    private static int originalHeaderRow(String mall) {
        return mall.equals("smartstore") ? 2 : 1;
    }
}

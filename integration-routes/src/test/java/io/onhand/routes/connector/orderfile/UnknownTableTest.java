package io.onhand.routes.connector.orderfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onhand.imports.FileTable;
import io.onhand.refusal.Refusal;
import io.onhand.routes.engine.UnknownColumns;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file that nobody has explained: what people are shown of it, and what is wrong with an explanation. */
class UnknownTableTest {
    private static final String BAZAAR = """
            달빛상점 주문 내역,,,,,
            ,,,,,
            주문 번호,주문일시,상품코드,상품명,수량,받는 분
            D-1001,2026-08-03 12:10:00,MUG-BLK,머그컵 블랙,2,김견본
            D-1002,2026-08-03 12:40:00,NOTE-A5,노트 A5,1,이예시
            """;
    private static final Map<String, String> OWN = Map.of("mall", "own");
    private static final Map<String, String> RIGHT =
            Map.of("orderId", "주문 번호", "orderedAt", "주문일시", "sku", "상품코드", "quantity", "수량");

    private final OrderFileConnector connector = new OrderFileConnector();

    @Test
    void itsNamesItsFirstRowsAndGuessesAreShownBelowAnyNotice() {
        UnknownColumns unknown = unknown(OWN, BAZAAR);
        assertThat(unknown.why().code()).isEqualTo("columns-not-named");
        FileTable table = unknown.table();
        assertThat(table.headerRow()).isEqualTo(3);
        assertThat(table.settings()).containsEntry("mall", "own");
        assertThat(table.columns())
                .extracting(FileTable.Column::guess)
                .containsExactly("orderId", "orderedAt", "sku", "title", "quantity", "recipientName");
        FileTable.Column quantity = table.column("수량").orElseThrow();
        assertThat(quantity.cells()).extracting(FileTable.Cell::text).containsExactly("2", "1");
        assertThat(table.column("주문일시").orElseThrow().cells().get(0).as("date")).contains("2026-08-03 12:10");
    }

    @Test
    void anyMallsChannelMayLearnAFormatThatItDoesNotKnow() {
        assertThat(unknown(Map.of(), BAZAAR).table().columns()).hasSize(6);
        assertThat(unknown(Map.of("mall", "coupang"), BAZAAR).why().code()).isEqualTo("header-not-found");
    }

    @Test
    void aChangedHeaderIsNamedAndItsTableShown() {
        Map<String, String> settings =
                Map.of("mall", "own", "columns", "orderId=주문 번호; orderedAt=주문일시; sku=상품코드; quantity=수량");
        UnknownColumns unknown = unknown(settings, BAZAAR.replace("수량", "개수"));
        assertThat(unknown.why().code()).isEqualTo("columns-missing");
        assertThat(unknown.why().details()).containsEntry("columns", List.of("수량"));
        assertThat(unknown.table().column("개수")).isPresent();
    }

    @Test
    void onceExplainedItIsRead() {
        String columns = io.onhand.channel.ColumnNames.write(RIGHT);
        assertThat(connector.readFile("a.csv", bytes(BAZAAR), null, Map.of("mall", "own", "columns", columns)))
                .isNotNull();
    }

    @Test
    void aKoreanWindowsFileIsShownInItsLetters() {
        byte[] cp949 = BAZAAR.getBytes(Charset.forName("MS949"));
        UnknownColumns unknown =
                catchThrowableOfType(UnknownColumns.class, () -> connector.readFile("a.csv", cp949, null, OWN));
        assertThat(unknown.table().column("받는 분")).isPresent();
    }

    @Test
    void aWrongExplanationIsRefusedAtItsField() {
        FileTable table = unknown(OWN, BAZAAR).table();
        assertThat(problems(table, "quantity", "상품명")).containsExactly("columns.quantity column-no-quantity");
        assertThat(problems(table, "orderedAt", "상품코드")).containsExactly("columns.orderedAt column-no-date");
        assertThat(problems(table, "quantity", "개수")).containsExactly("columns.quantity column-not-in-file");
        assertThat(problems(table, "quantity", "수량")).isEmpty();
    }

    private static List<String> problems(FileTable table, String field, String column) {
        return table.problems(Map.of(field, column), OwnFields.ALL).stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    private UnknownColumns unknown(Map<String, String> settings, String csv) {
        return catchThrowableOfType(
                UnknownColumns.class, () -> connector.readFile("a.csv", bytes(csv), null, settings));
    }

    @Test
    void aFileWithoutATableIsStillRefused() {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> connector.readFile("a.csv", bytes("안녕하세요\n"), null, OWN));
        assertThat(refusal.code()).isEqualTo("columns-not-named");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

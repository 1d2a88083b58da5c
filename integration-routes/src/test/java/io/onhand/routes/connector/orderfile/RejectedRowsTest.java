package io.onhand.routes.connector.orderfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedRowsTest {
    private static final OrderTemplate SMARTSTORE = Sample.mall("smartstore");

    @Test
    void rejectedRowsComeBackAsAWorkbookThatSaysWhy() throws IOException {
        ParsedFile file = read(rejects().xlsx());

        byte[] rejected = RejectedRows.of(file);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(rejected))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("발주발송관리");
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            int last = sheet.getRow(0).getLastCellNum() - 1;
            assertThat(sheet.getRow(0).getCell(last - 1).getStringCellValue()).isEqualTo("Onhand error");
            assertThat(sheet.getRow(0).getCell(last).getStringCellValue()).isEqualTo("Onhand row");
            assertThat(sheet.getRow(1).getCell(last - 1).getStringCellValue()).startsWith("Row 3 of the same order");
            assertThat(sheet.getRow(1).getCell(last).getStringCellValue()).isEqualTo("2");
            assertThat(sheet.getRow(2).getCell(last - 1).getStringCellValue()).contains("many");
            assertThat(sheet.getRow(2).getCell(last).getStringCellValue()).isEqualTo("3");
        }
    }

    @Test
    void correctedFileIsTakenWithoutDrift() {
        for (byte[] original : List.of(
                rejects().xlsx(),
                rejects().csv(Charset.forName("MS949")),
                rejects().xls())) {
            ParsedFile again = read(RejectedRows.of(read(original)));

            assertThat(again.drift().newColumns()).isEmpty();
            assertThat(again.rows())
                    .extracting(row -> row.rejection().code())
                    .containsExactly("order-has-bad-row", "quantity-not-a-number");

            Table corrected = Table.of(again).set(1, "수량", "1");
            assertThat(read(corrected.xlsx()).orders()).hasSize(1);
            assertThat(read(corrected.csv(StandardCharsets.UTF_8)).orders()).hasSize(1);
        }
    }

    @Test
    void rejectedFileThatIsRejectedAgainHasItsTwoColumnsOnce() {
        ParsedFile again = read(RejectedRows.of(read(rejects().xlsx())));

        ParsedFile third = read(RejectedRows.of(again));

        assertThat(third.header().stream().filter(RejectedRows.ERROR_COLUMN::equals))
                .hasSize(1);
        assertThat(third.header()).isEqualTo(again.header());
    }

    @Test
    void textFileKeepsItsCharset() {
        ParsedFile file = read(rejects().csv(Charset.forName("MS949")));

        byte[] rejected = RejectedRows.of(file);

        assertThat(new String(rejected, Charset.forName("MS949")))
                .contains("이예시")
                .contains("\r\n");
        assertThat(read(rejected).charset()).isEqualTo("x-windows-949");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+82-10-0000-1234", "-1", "@SUM(A1)", "'=1", "''+x", "=HYPERLINK(\"http://x\")", "\t=1"})
    void formulasAreDisarmedAndComeBackUnchanged(String evil) throws IOException {
        Table table = Table.of(Table.smartStore("1", "11", "수량", "many", "배송메세지", evil));

        byte[] csv = RejectedRows.of(read(table.csv(StandardCharsets.UTF_8)));
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains("\"'" + evil.replace("\"", "\"\""))
                .doesNotContain(",\"" + evil.replace("\"", "\"\""));
        assertThat(note(csv)).isEqualTo(evil.strip());

        byte[] xlsx = RejectedRows.of(read(table.xlsx()));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            workbook.getSheetAt(0)
                    .forEach(row ->
                            row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING)));
        }
        assertThat(note(xlsx)).isEqualTo(evil.strip());
    }

    private static String note(byte[] rejected) {
        ParsedFile file = read(rejected);
        ParsedFile corrected = OrderFile.of(Table.of(file).set(0, "수량", "1").csv(StandardCharsets.UTF_8), null)
                .readAs(SMARTSTORE);
        return corrected.orders().get(0).order().note();
    }

    private static Table rejects() {
        return Table.of(Table.smartStore("1", "11"))
                .row(Table.smartStore("1", "12", "수량", "many"))
                .row(Table.smartStore("2", "21"));
    }

    private static ParsedFile read(byte[] bytes) {
        return OrderFile.of(bytes, null).readAs(SMARTSTORE);
    }
}

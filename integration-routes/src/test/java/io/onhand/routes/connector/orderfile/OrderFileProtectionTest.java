package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.RefusalAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;

class OrderFileProtectionTest {
    private static final OrderTemplate SMARTSTORE = Sample.mall("smartstore");
    private static final byte[] PLAIN = Sample.bytes(Sample.SMARTSTORE);

    @Test
    void protectedWorkbookOpensWithItsPassword() {
        ParsedFile file = OrderFile.of(Table.encrypted(PLAIN, "1234"), "1234").readAs(SMARTSTORE);

        assertThat(file.format()).isEqualTo(FileFormat.ENCRYPTED_XLSX);
        assertThat(file.orders())
                .isEqualTo(OrderFile.of(PLAIN, null).readAs(SMARTSTORE).orders());
    }

    @Test
    void protectedWorkbookAsksForAPasswordAndRefusesAWrongOne() {
        byte[] secret = Table.encrypted(PLAIN, "1234");

        assertRefused(() -> OrderFile.of(secret, null).readAs(SMARTSTORE), "password-required");
        assertRefused(() -> OrderFile.of(secret, "").readAs(SMARTSTORE), "password-required");
        assertRefused(() -> OrderFile.of(secret, "4321").readAs(SMARTSTORE), "wrong-password");
    }

    @Test
    void passwordForAFileThatNeedsNoneIsIgnored() {
        assertThat(OrderFile.of(PLAIN, "1234").readAs(SMARTSTORE).orders()).hasSize(1);
    }

    @Test
    void protectedOldWorkbookIsReadToo() throws IOException {
        byte[] secret = encryptedXls(Table.of(Table.smartStore("1", "11")).xls(), "1234");

        assertThat(OrderFile.of(secret, "1234").readAs(SMARTSTORE).orders()).hasSize(1);
        assertRefused(() -> OrderFile.of(secret, null).readAs(SMARTSTORE), "password-required");
        assertRefused(() -> OrderFile.of(secret, "4321").readAs(SMARTSTORE), "wrong-password");
    }

    @Test
    void workbookCutAnywhereIsDamagedAndNothingElse() {
        for (byte[] whole : new byte[][] {PLAIN, Table.encrypted(PLAIN, "1234")}) {
            for (int length = 8; length < whole.length; length += whole.length / 23) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertRefused(() -> OrderFile.of(cut, "1234").readAs(SMARTSTORE), "file-damaged");
            }
        }
    }

    @Test
    void brokenSheetIsDamaged() throws IOException {
        byte[] broken = replaced(PLAIN, "xl/worksheets/sheet1.xml", xml -> xml.substring(0, xml.length() / 2));

        assertRefused(() -> OrderFile.of(broken, null).readAs(SMARTSTORE), "file-damaged");
    }

    @Test
    void zipBombIsRefusedWhileItIsRead() throws IOException {
        byte[] bomb = replaced(
                PLAIN,
                "xl/worksheets/sheet1.xml",
                xml -> xml.replace("</sheetData>", "<row/>".repeat(20_000_000) + "</sheetData>"));

        assertThat(bomb.length).isLessThan(1024 * 1024);
        assertRefused(() -> OrderFile.of(bomb, null).readAs(SMARTSTORE), "zip-bomb");
    }

    @Test
    void archiveWithThousandsOfEntriesIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 5_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }

        assertRefused(() -> OrderFile.of(out.toByteArray(), null).readAs(SMARTSTORE), "zip-bomb");
    }

    @Test
    void externalEntitiesAreNotRead() throws IOException {
        byte[] spy = replaced(
                PLAIN,
                "xl/worksheets/sheet1.xml",
                xml -> "<!DOCTYPE x [<!ENTITY spy SYSTEM \"file:///etc/hostname\">]>" + xml.replace("이예시", "&spy;"));

        assertRefused(() -> OrderFile.of(spy, null).readAs(SMARTSTORE), "file-damaged");
    }

    @Test
    void macrosAreRefused() throws IOException {
        byte[] macros = replaced(
                PLAIN,
                "[Content_Types].xml",
                xml -> xml.replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));

        assertRefused(() -> OrderFile.of(macros, null).readAs(SMARTSTORE), "macros-not-allowed");
    }

    @Test
    void fileOfMoreThanFiftyMegabytesIsTooLarge() {
        byte[] large = new byte[OrderFileLimits.MAX_FILE_BYTES + 1];

        assertRefused(() -> OrderFile.of(large, null), "file-too-large")
                .containsEntry("limit", OrderFileLimits.MAX_FILE_BYTES);
    }

    @Test
    void textOfJustFiftyMegabytesIsReadUntilItsRowsAreTooMany() {
        StringBuilder text = new StringBuilder(OrderFileLimits.MAX_FILE_BYTES);
        text.append("주문번호,상품주문번호,상품번호,수량,상품가격,주문일시\r\n");
        String row = "1,1,1,1,1,2026-08-03\r\n";
        while (text.length() < OrderFileLimits.MAX_FILE_BYTES - 200) {
            text.append(row);
        }

        assertRefused(
                        () -> OrderFile.of(text.toString().getBytes(StandardCharsets.UTF_8), null)
                                .readAs(SMARTSTORE),
                        "too-many-rows")
                .containsEntry("limit", OrderFileLimits.MAX_ROWS);
    }

    @Test
    void otherFilesAreNotSupported() throws IOException {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        byte[] page = "<html><body><form>Login</form></body></html>".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }

        for (byte[] bytes : new byte[][] {picture, page, archive.toByteArray()}) {
            assertRefused(() -> OrderFile.of(bytes, null).readAs(SMARTSTORE), "format-not-supported");
        }
        assertRefused(() -> OrderFile.of(new byte[0], null), "file-empty");
        assertRefused(() -> OrderFile.of(new byte[] {' ', '\n'}, null).readAs(SMARTSTORE), "file-empty");
    }

    @Test
    void tooManyColumnsAndTooLongCellsAreRefused() {
        byte[] wide = (",".repeat(OrderFileLimits.MAX_COLUMNS) + "x\n").getBytes(StandardCharsets.UTF_8);
        byte[] longCell = ("a,b\n" + "x".repeat(OrderFileLimits.MAX_CELL_CHARS + 1)).getBytes(StandardCharsets.UTF_8);

        assertRefused(() -> OrderFile.of(wide, null).readAs(SMARTSTORE), "too-many-columns");
        assertRefused(() -> OrderFile.of(longCell, null).readAs(SMARTSTORE), "cell-too-long");
    }

    private interface Edit {
        String apply(String xml);
    }

    private static byte[] replaced(byte[] xlsx, String entry, Edit edit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(xlsx));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry next = from.getNextEntry(); next != null; next = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                to.putNextEntry(new ZipEntry(next.getName()));
                to.write(
                        next.getName().equals(entry)
                                ? edit.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return out.toByteArray();
    }

    private static byte[] encryptedXls(byte[] xls, String password) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(xls));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Biff8EncryptionKey.setCurrentUserPassword(password);
            writeTo(workbook, out);
            return out.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static void writeTo(HSSFWorkbook workbook, OutputStream out) throws IOException {
        workbook.write(out);
    }
}

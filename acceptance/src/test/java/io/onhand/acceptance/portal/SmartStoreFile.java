package io.onhand.acceptance.portal;

import io.onhand.acceptance.product.LockedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An order list as Naver SmartStore exports it: locked with the password that the seller chose for the download. One
 * order of two {@code LS-01-NV-M}.
 *
 * @param orderNumber of the order in it, never used before
 * @param bytes the locked xlsx
 */
record SmartStoreFile(String orderNumber, byte[] bytes) {
    static final String PASSWORD = "sample-1234";
    static final String SKU = "LS-01-NV-M";
    static final int UNITS = 2;

    private static final String SAMPLE = "/export-samples/smartstore-orders.decrypted.xlsx";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    /** Above it stands the notice that the mall puts into the first row. */
    private static final int HEADER_ROW = 1;

    /** The name that the browser tells with it. */
    String name() {
        return "스마트스토어_전체주문발주발송관리_" + orderNumber + ".xlsx";
    }

    /** A file with one order that was never there before. */
    static SmartStoreFile withOneOrder() {
        String day = DAY.format(LocalDate.now(ZoneId.of("Asia/Seoul")));
        // Sixteen digits that do not end in 0: nothing that a spreadsheet could have rounded.
        long serial = 10_000_000L + ThreadLocalRandom.current().nextLong(8_999_999) * 10 + 1;
        String order = day + serial;
        try (InputStream sample = SmartStoreFile.class.getResourceAsStream(SAMPLE);
                XSSFWorkbook workbook = new XSSFWorkbook(sample)) {
            Sheet sheet = workbook.getSheetAt(0);
            Row row = sheet.getRow(HEADER_ROW + 1);
            cell(sheet, row, "주문번호").setCellValue(order);
            cell(sheet, row, "상품주문번호").setCellValue(day + (serial + 1));
            return new SmartStoreFile(order, LockedFile.of(workbook, PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cell cell(Sheet sheet, Row row, String column) {
        for (Cell header : sheet.getRow(HEADER_ROW)) {
            if (header.getStringCellValue().equals(column)) {
                return row.getCell(header.getColumnIndex());
            }
        }
        throw new IllegalArgumentException(SAMPLE + " has no column " + column);
    }
}

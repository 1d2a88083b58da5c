package io.onhand.routes.connector.orderfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes rejected rows as a file that can be corrected and uploaded again: the same columns, then what was wrong and
 * which row it was. Those two columns are ignored when the file comes back.
 */
public final class RejectedRows {
    /** The column that says why a row was rejected. */
    public static final String ERROR_COLUMN = "Onhand error";
    /** The column that says which row of the first file it was. */
    public static final String ROW_COLUMN = "Onhand row";

    private static final String ERROR_NAME = HeaderName.normalise(ERROR_COLUMN);
    private static final String ROW_NAME = HeaderName.normalise(ROW_COLUMN);
    private static final int COLUMN_WIDTH = 16 * 256;

    /**
     * One row to write.
     *
     * @param rowNumber where it stood in the first file
     * @param cells its texts, in the order of the header
     * @param message what was wrong with it
     */
    public record Rejected(int rowNumber, List<String> cells, String message) {}

    private RejectedRows() {}

    /** Whether a normalised header is one of the two columns that this class adds. */
    static boolean isOwnColumn(String normalisedHeader) {
        return normalisedHeader.equals(ERROR_NAME) || normalisedHeader.equals(ROW_NAME);
    }

    /** The rejected rows of a file, in its own format family. */
    public static byte[] of(ParsedFile file) {
        List<Rejected> rejected = file.rejectedRows().stream()
                .map(row -> new Rejected(
                        row.rowNumber(), row.cells(), row.rejection().message()))
                .toList();
        return write(file.format(), file.charset(), file.sheet(), file.header(), rejected);
    }

    /**
     * Rows in a format family: text stays text in its charset, every workbook and page becomes an xlsx without password.
     *
     * @param format the first file's
     * @param charset the name of a text file's charset; null for workbooks
     * @param sheet the name of the sheet; "" when there was none
     * @param header the column names
     * @param rows the rows
     */
    public static byte[] write(
            FileFormat format, String charset, String sheet, List<String> header, List<Rejected> rows) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!isOwnColumn(HeaderName.normalise(header.get(i)))) {
                kept.add(i);
            }
        }
        try {
            return format.forRejectedRows() == FileFormat.CSV
                    ? csv(charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset), header, kept, rows)
                    : workbook(sheet, header, kept, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] csv(Charset charset, List<String> header, List<Integer> kept, List<Rejected> rows)
            throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator("\r\n")
                .setQuoteMode(QuoteMode.ALL)
                .get();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CharsetEncoder encoder = charset.newEncoder();
        try (Writer text = new OutputStreamWriter(out, charset);
                CSVPrinter printer = new CSVPrinter(text, format)) {
            if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.UTF_16LE)) {
                text.write('\uFEFF');
            }
            printer.printRecord(line(header, kept, ERROR_COLUMN, ROW_COLUMN));
            for (Rejected row : rows) {
                String message = encodable(row.message(), encoder);
                printer.printRecord(line(row.cells(), kept, message, Integer.toString(row.rowNumber())).stream()
                        .map(FormulaGuard::guarded)
                        .toList());
            }
        }
        return out.toByteArray();
    }

    private static String encodable(String text, CharsetEncoder encoder) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(c -> {
            String one = Character.toString(c);
            kept.append(encoder.canEncode(one) ? one : "?");
        });
        return kept.toString();
    }

    private static byte[] workbook(String sheetName, List<String> header, List<Integer> kept, List<Rejected> rows)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // what does not fit in memory goes to a temporary file, encrypted: it names people
        try (SXSSFWorkbook workbook = new SXSSFWorkbookWithCustomZipEntrySource()) {
            Sheet sheet =
                    workbook.createSheet(sheetName.isBlank() ? "Orders" : WorkbookUtil.createSafeSheetName(sheetName));
            sheet.createFreezePane(0, 1);
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            CellStyle disarmed = workbook.createCellStyle();
            disarmed.cloneStyleFrom(text);
            disarmed.setQuotePrefixed(true);
            List<String> names = line(header, kept, ERROR_COLUMN, ROW_COLUMN);
            for (int i = 0; i < names.size(); i++) {
                sheet.setColumnWidth(i, COLUMN_WIDTH);
            }
            fill(sheet.createRow(0), names, text, disarmed);
            int next = 1;
            for (Rejected row : rows) {
                fill(
                        sheet.createRow(next++),
                        line(row.cells(), kept, row.message(), Integer.toString(row.rowNumber())),
                        text,
                        disarmed);
            }
            workbook.write(out);
        }
        return out.toByteArray();
    }

    /** A workbook can mark a text that only looks like a formula, and keeps it as it is. */
    private static void fill(Row row, List<String> texts, CellStyle text, CellStyle disarmed) {
        for (int i = 0; i < texts.size(); i++) {
            String value = texts.get(i);
            boolean marked = value.startsWith("'") && FormulaGuard.needsGuard(value);
            Cell cell = row.createCell(i);
            cell.setCellValue(marked ? FormulaGuard.guarded(value) : value);
            cell.setCellStyle(FormulaGuard.needsGuard(value) ? disarmed : text);
        }
    }

    private static List<String> line(List<String> cells, List<Integer> kept, String error, String row) {
        List<String> line = new ArrayList<>(kept.size() + 2);
        for (int column : kept) {
            line.add(column < cells.size() ? cells.get(column) : "");
        }
        line.add(error);
        line.add(row);
        return line;
    }
}

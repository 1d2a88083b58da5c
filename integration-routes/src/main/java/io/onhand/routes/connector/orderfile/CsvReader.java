package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads separated text: quoted fields, doubled quotes, line breaks inside quotes, any line ending. */
final class CsvReader {
    private static final int LOOK_AT = 64 * 1024;

    private CsvReader() {}

    static void read(byte[] bytes, TextEncoding.Guess encoding, SheetVisitor visitor) {
        if (!visitor.sheet("")) {
            return;
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(bytes, encoding))
                .setIgnoreEmptyLines(false)
                .get();
        RowBuffer buffer = new RowBuffer();
        try (Reader text = text(bytes, encoding);
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(format).get()) {
            boolean wanted = true;
            for (Iterator<CSVRecord> records = parser.iterator(); wanted && hasNext(records, parser); ) {
                CSVRecord record = records.next();
                int number = Math.toIntExact(record.getRecordNumber());
                for (int i = 0; i < record.size(); i++) {
                    buffer.text(number, i, record.get(i));
                }
                wanted = visitor.row(buffer.take(number));
            }
        } catch (IOException e) {
            throw broken(0);
        }
    }

    private static boolean hasNext(Iterator<CSVRecord> records, CSVParser parser) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw broken(parser.getCurrentLineNumber());
        }
    }

    private static Refusal broken(long line) {
        return Refusal.invalid(
                        "file-damaged",
                        "file",
                        "The text breaks off or a quotation mark is misplaced near line " + line + ".")
                .with("line", line);
    }

    private static Reader text(byte[] bytes, TextEncoding.Guess encoding) {
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, encoding.skip(), bytes.length - encoding.skip()), encoding.charset());
    }

    /** The separator that occurs most outside quotes at the start of the file. */
    private static char delimiter(byte[] bytes, TextEncoding.Guess encoding) {
        int commas = 0;
        int tabs = 0;
        int semicolons = 0;
        boolean quoted = false;
        try (Reader text = text(bytes, encoding)) {
            char[] head = new char[LOOK_AT];
            int length = Math.max(text.read(head), 0);
            for (int i = 0; i < length; i++) {
                char c = head[i];
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted) {
                    commas += c == ',' ? 1 : 0;
                    tabs += c == '\t' ? 1 : 0;
                    semicolons += c == ';' ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw broken(1);
        }
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}

package io.onhand.routes.connector.orderfile;

import java.util.List;

/**
 * Everything that a file says.
 *
 * @param template whose file it is
 * @param format what the file really is
 * @param charset the name of the charset of a text file; null for workbooks
 * @param sheet the name of the sheet that was read; "" where the format has none
 * @param headerRowNumber the row of the column names, as Excel shows it
 * @param header the column names as in the file
 * @param drift how the columns differ from the template
 * @param rows every row below the header that is not blank, in the order of the file
 * @param orders the orders that can be taken, in the order of their first row
 */
public record ParsedFile(
        OrderTemplate template,
        FileFormat format,
        String charset,
        String sheet,
        int headerRowNumber,
        List<String> header,
        Drift drift,
        List<ParsedRow> rows,
        List<ParsedOrder> orders) {
    public ParsedFile {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        orders = List.copyOf(orders);
    }

    /** The rows that were not taken. */
    public List<ParsedRow> rejectedRows() {
        return rows.stream().filter(row -> row.rejection() != null).toList();
    }
}

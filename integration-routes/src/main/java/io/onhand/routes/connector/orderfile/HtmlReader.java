package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.nio.charset.Charset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the tables of a page that a mall offers under an Excel name; each table is a sheet. */
final class HtmlReader {
    private HtmlReader() {}

    static void read(byte[] bytes, TextEncoding.Guess encoding, SheetVisitor visitor) {
        if (bytes.length > OrderFileLimits.MAX_HTML_BYTES) {
            throw Refusal.tooMuch(
                            "file-too-large",
                            "file",
                            "An HTML table may have at most " + OrderFileLimits.MAX_HTML_BYTES / 1_000_000
                                    + " MB; save it as xlsx.")
                    .with("limit", OrderFileLimits.MAX_HTML_BYTES);
        }
        Charset charset = encoding.charset();
        Document page = Jsoup.parse(new String(bytes, encoding.skip(), bytes.length - encoding.skip(), charset));
        if (page.selectFirst("table") == null) {
            throw Refusal.invalid(
                    "format-not-supported",
                    "file",
                    "The file is a page without a table; was the mall's login page saved instead of the export?");
        }
        RowBuffer buffer = new RowBuffer();
        int tables = 0;
        for (Element table : page.select("table")) {
            if (visitor.isDone() || ++tables > OrderFileLimits.MAX_SHEETS) {
                return;
            }
            if (visitor.sheet(table.id())) {
                rows(table, buffer, visitor);
            }
        }
    }

    private static void rows(Element table, RowBuffer buffer, SheetVisitor visitor) {
        int number = 0;
        for (Element row : table.select("tr")) {
            if (!table.equals(row.closest("table"))) {
                continue;
            }
            number++;
            int column = 0;
            for (Element cell : row.children()) {
                if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                    cell.select("br").forEach(br -> br.replaceWith(new org.jsoup.nodes.TextNode("\n")));
                    buffer.text(
                            number,
                            column,
                            cell.wholeText().replace('\u00A0', ' ').strip());
                    column += span(cell.attr("colspan"));
                }
            }
            if (!visitor.row(buffer.take(number))) {
                return;
            }
        }
    }

    private static int span(String columns) {
        return columns.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(columns) : 1;
    }
}

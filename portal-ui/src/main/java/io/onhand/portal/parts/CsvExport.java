package io.onhand.portal.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.onhand.tenant.Page;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a list shows, as a file that a spreadsheet opens in the right letters: UTF-8 with a mark, one page read after the
 * other while it is sent, at most {@value #MOST_ROWS} rows. Text that a spreadsheet would run as a formula is marked as text.
 */
public final class CsvExport {
    /** Most rows below the header; a last line says so when there were more. */
    static final int MOST_ROWS = 50_000;

    private static final String MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final String ARMED = "=+-@\t\r";

    private CsvExport() {}

    /**
     * A link that downloads the list as it is then.
     *
     * @param name of the file, without date and ending
     * @param header titles of the columns
     * @param zone whose date the name has
     * @param list taken once for a file, however the screen is filtered while it is sent
     * @param cells of one row: text, numbers, or null for an empty one
     * @param cut what the last line says when there were more rows
     */
    public static <T> Anchor link(
            String label,
            String name,
            List<String> header,
            AsTenant as,
            ZoneId zone,
            Supplier<CursorPages.Reader<T>> list,
            Function<T, List<?>> cells,
            String cut) {
        Anchor link = new Anchor(
                (DownloadHandler) download -> {
                    CursorPages.Reader<T> reader = list.get();
                    download.setContentType("text/csv; charset=utf-8");
                    download.setFileName(name + "-" + LocalDate.now(zone) + ".csv");
                    download.getResponse().setHeader("Cache-Control", "no-store");
                    try (Writer out = new BufferedWriter(
                            new OutputStreamWriter(download.getOutputStream(), StandardCharsets.UTF_8))) {
                        write(out, header, after -> as.look(() -> reader.read(after, Page.MAX)), cells, cut);
                    }
                },
                label);
        link.addComponentAsFirst(Glyph.DOWNLOAD.small());
        link.addClassName("export");
        return link;
    }

    static <T> void write(
            Writer out, List<String> header, Function<String, Page<T>> pages, Function<T, List<?>> cells, String cut) {
        try {
            out.write(MARK + line(header));
            String after = null;
            int rows = 0;
            do {
                Page<T> page = pages.apply(after);
                for (T item : page.items()) {
                    if (rows++ == MOST_ROWS) {
                        out.write(line(List.of(cut)));
                        return;
                    }
                    out.write(line(cells.apply(item)));
                }
                after = page.next();
            } while (after != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(List<?> cells) {
        return cells.stream().map(CsvExport::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String cell(Object value) {
        if (value == null) return "";
        if (value instanceof Number) return value.toString();
        String text = value.toString();
        boolean armed = !text.isEmpty() && ARMED.indexOf(text.charAt(0)) >= 0;
        return "\"" + (armed ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}

package io.onhand.portal.format;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.onhand.channel.FileField;
import io.onhand.imports.FileTable;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The first rows of a file: as they stand there, or as they would be read. */
class FileRows extends Div {
    FileRows(String label) {
        addClassName("scroll-x");
        getElement().setAttribute("tabindex", "0").setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /** The file itself; above each column that is chosen stands what it tells. */
    void showFile(FileTable table, Map<String, String> chosen, UnaryOperator<String> titleOf) {
        Element names = new Element("tr");
        for (FileTable.Column column : table.columns()) {
            Element name = new Element("th");
            Element tells = new Element("div").setAttribute("class", "tells");
            chosen.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(column.name()))
                    .forEach(entry -> tells.appendChild(
                            new Element("span").setAttribute("class", "chip").setText(titleOf.apply(entry.getKey()))));
            name.appendChild(tells, new Element("div").setText(column.name()));
            names.appendChild(name);
        }
        Element body = new Element("tbody");
        for (int row = 0; row < rows(table); row++) {
            Element line = new Element("tr");
            for (FileTable.Column column : table.columns())
                line.appendChild(
                        new Element("td").setText(column.cells().get(row).text()));
            body.appendChild(line);
        }
        show(names, body);
    }

    /** Only the chosen columns, as they would be read; what cannot be read is marked, and stands as in the file. */
    void showRead(FileTable table, Map<String, String> chosen, List<FileField> fields, UnaryOperator<String> titleOf) {
        List<FileField> shown = fields.stream()
                .filter(field -> chosen.containsKey(field.key()))
                .filter(field -> table.column(chosen.get(field.key())).isPresent())
                .toList();
        Element names = new Element("tr");
        shown.forEach(field -> names.appendChild(
                new Element("th").setAttribute("class", css(field)).setText(titleOf.apply(field.key()))));
        Element body = new Element("tbody");
        for (int row = 0; row < rows(table); row++) {
            Element line = new Element("tr");
            for (FileField field : shown) {
                FileTable.Cell cell = table.column(chosen.get(field.key()))
                        .orElseThrow()
                        .cells()
                        .get(row);
                boolean wrong = !cell.text().isEmpty() && cell.as(field.kind()).isEmpty();
                boolean gap = cell.text().isEmpty() && field.need() != null;
                Element value = new Element("td").setAttribute("class", css(field) + (wrong || gap ? " misread" : ""));
                value.setText(
                        wrong
                                ? "⚠ " + cell.text()
                                : gap ? "⚠" : cell.as(field.kind()).orElse(""));
                line.appendChild(value);
            }
            body.appendChild(line);
        }
        show(names, body);
    }

    private void show(Element names, Element body) {
        getElement().removeAllChildren();
        Element table = new Element("table").setAttribute("class", "plain file-rows");
        table.appendChild(new Element("thead").appendChild(names), body);
        getElement().appendChild(table);
    }

    private static int rows(FileTable table) {
        return table.columns().isEmpty() ? 0 : table.columns().get(0).cells().size();
    }

    private static String css(FileField field) {
        return field.kind().equals("quantity") || field.kind().equals("amount") ? "num" : "text";
    }
}

package io.onhand.portal.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Map;

/** A chart by ECharts, with the same numbers as a table behind it for those who cannot see it. */
public abstract class Chart extends Div {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Element picture = new Element("onhand-chart");
    private final Element table = new Element("table");
    private final Element summary = new Element("summary");

    protected Chart(String tableLabel) {
        picture.setAttribute("class", "chart");
        Element data = new Element("details");
        data.setAttribute("class", "data");
        table.setAttribute("class", "plain");
        data.appendChild(summary.setText(tableLabel), table);
        getElement().appendChild(picture, data);
    }

    /** What opens the table. */
    protected final void label(String tableLabel) {
        summary.setText(tableLabel);
    }

    /**
     * Shows this.
     *
     * @param option an ECharts option; {@code var(--token)} as a whole text stands for a colour of the theme
     * @param head the table's columns
     * @param rows the table's rows
     */
    protected final void show(Map<String, ?> option, List<String> head, List<List<String>> rows) {
        try {
            picture.setProperty("option", JSON.writeValueAsString(option));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        table.removeAllChildren();
        table.appendChild(row("th", head));
        rows.forEach(cells -> table.appendChild(row("td", cells)));
    }

    private static Element row(String cellTag, List<String> cells) {
        Element row = new Element("tr");
        cells.forEach(words -> row.appendChild(new Element(cellTag).setText(words)));
        return row;
    }
}

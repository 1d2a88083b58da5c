package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** A short table that needs no scrolling. */
public class PlainTable extends Div {
    private final Element head = new Element("tr");
    private final Element body = new Element("tbody");

    public PlainTable() {
        addClassName("scroll-x");
        Element table = new Element("table");
        table.setAttribute("class", "plain");
        table.appendChild(new Element("thead").appendChild(head), body);
        getElement().appendChild(table);
    }

    public PlainTable column(String name) {
        head.appendChild(new Element("th").setText(name));
        return this;
    }

    /** A column of numbers. */
    public PlainTable number(String name) {
        head.appendChild(new Element("th").setText(name).setAttribute("class", "num"));
        return this;
    }

    /** One row; a cell in a column of numbers stands at the right. */
    public PlainTable row(Component... cells) {
        Element row = new Element("tr");
        for (int i = 0; i < cells.length; i++) {
            Element cell = new Element("td");
            if ("num".equals(head.getChild(i).getAttribute("class"))) cell.setAttribute("class", "num");
            cell.appendChild(cells[i].getElement());
            row.appendChild(cell);
        }
        body.appendChild(row);
        return this;
    }

    /** One row of words. */
    public PlainTable row(String... words) {
        Component[] cells = new Component[words.length];
        for (int i = 0; i < words.length; i++) cells[i] = new Span(words[i]);
        return row(cells);
    }
}

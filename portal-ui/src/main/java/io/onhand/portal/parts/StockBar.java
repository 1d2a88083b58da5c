package io.onhand.portal.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** What is on hand, split into free, held, safety and buffer, as one thin bar. */
public class StockBar extends Div {
    /**
     * Units on hand by what they are for; each 0 or more.
     *
     * @param free may be sold
     * @param held promised to orders
     * @param safety kept as safety stock
     * @param buffer kept back from a channel
     */
    public record Split(int free, int held, int safety, int buffer) {
        public Split {
            free = Math.max(0, free);
            held = Math.max(0, held);
            safety = Math.max(0, safety);
            buffer = Math.max(0, buffer);
        }

        /** Both together. */
        public Split plus(Split other) {
            return new Split(free + other.free, held + other.held, safety + other.safety, buffer + other.buffer);
        }

        /** How units of one place divide; safety stock gives way before held units do. */
        public static Split of(int onHand, int held, int safetyStock) {
            int rest = Math.max(0, onHand - held);
            int safety = Math.min(rest, safetyStock);
            return new Split(rest - safety, Math.min(onHand, held), safety, 0);
        }
    }

    public StockBar(Split split) {
        addClassName("stockbar");
        getElement().setAttribute("role", "img");
        getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("stock.bar", split.free(), split.held(), split.safety(), split.buffer()));
        part("free", split.free());
        part("held", split.held());
        part("safety", split.safety());
        part("buffer", split.buffer());
    }

    /** The same split in words, to stand under the bar. */
    public static Div legend(Split split) {
        Div legend = new Div();
        legend.addClassName("legend");
        word(legend, "free", split.free());
        word(legend, "held", split.held());
        if (split.safety() > 0) word(legend, "safety", split.safety());
        if (split.buffer() > 0) word(legend, "buffer", split.buffer());
        return legend;
    }

    /** What the colours mean, without numbers. */
    public static Div key() {
        Div key = new Div();
        key.addClassName("legend");
        for (String name : new String[] {"free", "held", "safety"}) {
            Span word = new Span(key.getTranslation("stock." + name));
            word.addClassName(name);
            key.add(word);
        }
        return key;
    }

    private void part(String name, int units) {
        if (units == 0) return;
        Element part = new Element("i");
        part.setAttribute("class", name);
        part.getStyle().set("flex", units + " 1 0");
        getElement().appendChild(part);
    }

    private static void word(Div legend, String name, int units) {
        Element count = new Element("b").setText(legend.getTranslation("number", units));
        Span word = new Span(legend.getTranslation("stock." + name) + " ");
        word.addClassName(name);
        word.getElement().appendChild(count);
        legend.add(word);
    }
}

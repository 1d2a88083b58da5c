package io.onhand.portal.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** What we have for a channel and what the channel was last told, as two marks on one line, with the words beneath. */
public class OursAndTold extends Div {
    /**
     * @param ours units that the channel may sell now
     * @param told units that it was last told; null when it was never told
     * @param at when it was told; null when it was never told
     * @param scale units at the right end of the line, the same for all lines that stand together
     */
    public OursAndTold(int ours, Integer told, Instant at, int scale) {
        addClassNames("told", told != null && told == ours ? "same" : "differs");
        Div line = new Div();
        line.addClassName("line");
        line.getElement().setAttribute("aria-hidden", "true");
        int end = Math.max(1, scale);
        if (told != null) {
            double from = percent(Math.min(ours, told), end);
            Span gap = mark("gap", from);
            gap.getStyle().set("width", percent(Math.max(ours, told), end) - from + "%");
            line.add(gap, mark("theirs", percent(told, end)));
        }
        line.add(mark("ours", percent(ours, end)));
        Span value = new Span(getTranslation("number", ours));
        value.addClassName("value");
        Div words = new Div();
        words.addClassName("words");
        if (told == null) {
            words.setText(getTranslation("told.never"));
        } else {
            words.add(new Span(getTranslation(told == ours ? "told.same" : "told.differs", told) + " · "), new Ago(at));
        }
        add(line, value, words);
    }

    private static Span mark(String name, double left) {
        Span mark = new Span();
        mark.addClassName(name);
        mark.getStyle().set("left", left + "%");
        return mark;
    }

    private static double percent(int units, int end) {
        return Math.round(Math.min(1.0, Math.max(0, units) / (double) end) * 960) / 10.0 + 2;
    }
}

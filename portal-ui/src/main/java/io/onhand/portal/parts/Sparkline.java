package io.onhand.portal.parts;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** A row of numbers as a small line; what it says in words is its label. */
public class Sparkline extends Span {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 28;

    /**
     * @param values oldest first; null where nothing was measured
     * @param label what a screen reader says
     */
    public Sparkline(List<? extends Number> values, Tone tone, String label) {
        addClassNames("spark", tone.css());
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        add(new Html(svg(values)));
    }

    static String svg(List<? extends Number> values) {
        double top = values.stream()
                .filter(v -> v != null)
                .mapToDouble(Number::doubleValue)
                .max()
                .orElse(0);
        StringBuilder line = new StringBuilder();
        double step = values.size() < 2 ? WIDTH : WIDTH / (double) (values.size() - 1);
        boolean pen = false;
        double lastX = 0;
        double firstX = -1;
        for (int i = 0; i < values.size(); i++) {
            Number value = values.get(i);
            if (value == null) continue;
            double x = i * step;
            double y = top == 0 ? HEIGHT - 1 : HEIGHT - 1 - value.doubleValue() / top * (HEIGHT - 3);
            line.append(pen ? 'L' : 'M').append(number(x)).append(' ').append(number(y));
            if (firstX < 0) firstX = x;
            lastX = x;
            pen = true;
        }
        String area = pen ? line + "L" + number(lastX) + " " + HEIGHT + "L" + number(firstX) + " " + HEIGHT + "Z" : "";
        return "<span><svg width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" aria-hidden=\"true\"><path class=\"area\" d=\"" + area + "\"/><path class=\"line\" d=\"" + line
                + "\"/></svg></span>";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

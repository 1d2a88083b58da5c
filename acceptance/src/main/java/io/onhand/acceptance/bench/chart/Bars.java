package io.onhand.acceptance.bench.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Horizontal bars, one or several parts each, with whiskers for the spread and marks for what has to be reached. */
public final class Bars {
    private static final int WIDTH = 980;
    private static final int LEFT = 460;
    private static final int RIGHT = 910;
    private static final int TOP = 64;
    private static final int ROW = 30;
    private static final int THICK = 16;
    private static final String INK = "#1f2933";
    private static final String FAINT = "#9aa5b1";
    private static final String MUST = "#b42318";
    private static final String AIM = "#2f7d32";
    private static final String[] COLOURS = {"#3b6fb6", "#e08e2b", "#4f9d69", "#8a5fb0", "#c0566b", "#6b7785"};

    private final String title;
    private final String legend;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * No bars yet.
     *
     * @param legend what the length means
     */
    public Bars(String title, String legend) {
        this.title = title;
        this.legend = legend;
    }

    /**
     * One bar.
     *
     * @param parts length by name, from left to right
     * @param least the least that was measured; null for no whisker
     * @param most the most that was measured
     * @param must what has to be reached; null for no mark
     * @param aim what would be better still; null for no mark
     */
    public record Bar(String name, Map<String, Double> parts, Double least, Double most, Double must, Double aim) {
        /** A bar of one part. */
        public static Bar of(String name, double value, double least, double most, Double must, Double aim) {
            return new Bar(name, Map.of("", value), least, most, must, aim);
        }

        private double length() {
            return parts.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        private double reach() {
            return Math.max(
                    Math.max(length(), most == null ? 0 : most),
                    Math.max(must == null ? 0 : must, aim == null ? 0 : aim));
        }
    }

    /** Adds a bar below the others. */
    public void add(Bar bar) {
        bars.add(bar);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return bars.isEmpty();
    }

    /** The picture as SVG. */
    public String draw() {
        Svg svg = new Svg(WIDTH);
        svg.text(16, 26, "start", 16, INK, title);
        svg.text(16, 46, "start", 12, FAINT, legend);
        Map<String, String> colours = colours(svg);
        double longest = bars.stream().mapToDouble(Bar::reach).max().orElse(1);
        double scale = (RIGHT - LEFT) / (longest <= 0 ? 1 : longest);
        for (int row = 0; row < bars.size(); row++) {
            draw(svg, bars.get(row), TOP + row * ROW, scale, colours);
        }
        svg.line(LEFT, TOP - 4, LEFT, TOP + bars.size() * ROW, FAINT, 1);
        return svg.picture(TOP + bars.size() * ROW + 16, title);
    }

    /** A colour for each part; with more than one, the picture says which is which. */
    private Map<String, String> colours(Svg svg) {
        Map<String, String> colours = new LinkedHashMap<>();
        bars.forEach(bar -> bar.parts()
                .keySet()
                .forEach(part -> colours.computeIfAbsent(part, any -> COLOURS[colours.size() % COLOURS.length])));
        if (colours.size() > 1) {
            double x = LEFT;
            for (Map.Entry<String, String> entry : colours.entrySet()) {
                svg.bar(x, 36, 10, 10, entry.getValue(), entry.getKey());
                svg.text(x + 14, 46, "start", 12, INK, entry.getKey());
                x += 24 + entry.getKey().length() * 7.5;
            }
        }
        return colours;
    }

    private static void draw(Svg svg, Bar bar, double y, double scale, Map<String, String> colours) {
        svg.text(LEFT - 10, y + 13, "end", 12, INK, bar.name());
        double x = LEFT;
        for (Map.Entry<String, Double> part : bar.parts().entrySet()) {
            double length = part.getValue() * scale;
            String words = (part.getKey().isEmpty() ? "" : part.getKey() + " ") + number(part.getValue());
            svg.bar(x, y, length, THICK, colours.get(part.getKey()), words);
            x += length;
        }
        if (bar.least() != null) {
            double middle = y + THICK / 2.0;
            svg.line(LEFT + bar.least() * scale, middle, LEFT + bar.most() * scale, middle, INK, 1.5);
            x = Math.max(x, LEFT + bar.most() * scale);
        }
        mark(svg, bar.must(), y, scale, MUST);
        mark(svg, bar.aim(), y, scale, AIM);
        svg.text(Math.min(x, RIGHT) + 6, y + 13, "start", 12, INK, number(bar.length()));
    }

    private static void mark(Svg svg, Double value, double y, double scale, String colour) {
        if (value != null) {
            svg.line(LEFT + value * scale, y - 3, LEFT + value * scale, y + THICK + 3, colour, 2.5);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}

package io.onhand.acceptance.bench.chart;

import java.util.Locale;

/** An SVG picture in the making: rectangles, lines and texts, on white, so that it can be read in the dark as well. */
final class Svg {
    private final StringBuilder parts = new StringBuilder();
    private final int width;

    Svg(int width) {
        this.width = width;
    }

    /** A filled rectangle with words that appear under the pointer. */
    void bar(double x, double y, double length, double height, String colour, String words) {
        parts.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\" fill=\"%s\"><title>%s</title></rect>%n",
                x,
                y,
                Math.max(0, length),
                height,
                colour,
                escape(words)));
    }

    void line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        parts.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                thickness));
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    void text(double x, double y, String anchor, int size, String colour, String words) {
        parts.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                size,
                colour,
                escape(words)));
    }

    /** The whole picture. */
    String picture(double height, String title) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %.0f\" font-family=\"system-ui, sans-serif\" role=\"img\" aria-label=\"%s\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n%s</svg>%n",
                width,
                height,
                escape(title),
                parts);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

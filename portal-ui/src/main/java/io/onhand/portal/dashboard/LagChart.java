package io.onhand.portal.dashboard;

import io.onhand.portal.parts.Chart;
import io.onhand.portal.parts.Spoken;
import io.onhand.publication.PublicationFigures.MinuteLag;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long channels waited to be told, minute by minute. */
class LagChart extends Chart {
    LagChart() {
        super("");
        label(getTranslation("chart.table"));
    }

    void show(List<MinuteLag> minutes, ZoneId zone) {
        String half = getTranslation("channel.lag.half");
        String most = getTranslation("channel.lag.most");
        DateTimeFormatter clock =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(getLocale());
        List<String> times = new ArrayList<>();
        List<Integer> p50 = new ArrayList<>();
        List<Integer> p95 = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (MinuteLag minute : minutes) {
            times.add(clock.format(minute.minute().atZone(zone)));
            p50.add(minute.lag().p50Ms());
            p95.add(minute.lag().p95Ms());
            rows.add(List.of(
                    times.get(times.size() - 1),
                    Spoken.lag(Duration.ofMillis(minute.lag().p50Ms()), this),
                    Spoken.lag(Duration.ofMillis(minute.lag().p95Ms()), this),
                    getTranslation("number", minute.lag().told())));
        }
        Map<String, Object> option = Map.of(
                "grid", Map.of("left", 8, "right", 16, "top", 36, "bottom", 4, "containLabel", true),
                "legend", Map.of("right", 0, "top", 0, "itemWidth", 14, "itemHeight", 3, "icon", "rect"),
                "tooltip", Map.of("trigger", "axis"),
                "xAxis", Map.of("type", "category", "data", times, "boundaryGap", times.size() < 2),
                "yAxis", Map.of("type", "value", "name", "ms", "min", 0, "splitNumber", 4),
                "series", List.of(series(half, p50, "var(--good)", false), series(most, p95, "var(--accent)", true)));
        show(option, List.of(getTranslation("chart.minute"), half, most, getTranslation("chart.told")), rows);
    }

    private static Map<String, Object> series(String name, List<Integer> values, String colour, boolean area) {
        return Map.of(
                "name",
                name,
                "type",
                "line",
                "data",
                values,
                "smooth",
                0.2,
                "showSymbol",
                values.size() < 4,
                "symbolSize",
                6,
                "lineStyle",
                Map.of("width", 2, "color", colour),
                "itemStyle",
                Map.of("color", colour),
                "areaStyle",
                Map.of("opacity", area ? 0.08 : 0.0, "color", colour));
    }
}

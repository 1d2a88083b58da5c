package io.onhand.routes.connector.orderfile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well a row of names answers to a template, and where each field stands if it does. */
final class HeaderMatch {
    /** The columns that tell a field: per part the places of its alternatives, best first. */
    record Place(Binding binding, List<int[]> parts) {}

    private final OrderTemplate template;
    private final int rowNumber;
    private final List<String> header;
    private final Map<Field, Place> places = new EnumMap<>(Field.class);
    private final List<String> missingRequired = new ArrayList<>();
    private final List<String> missingOptional = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Set<String> ambiguous = new LinkedHashSet<>();
    private int known;

    HeaderMatch(OrderTemplate template, SheetRow row) {
        this.template = template;
        this.rowNumber = row.number();
        this.header = row.cells();
        Map<String, Integer> columns = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = HeaderName.normalise(header.get(i));
            if (name.isEmpty()) {
                continue;
            }
            if (columns.putIfAbsent(name, i) != null) {
                twice.add(name);
            }
            if (template.knows(name)) {
                known++;
            } else if (!RejectedRows.isOwnColumn(name)) {
                unknown.add(header.get(i).strip());
            }
        }
        template.bindings().values().forEach(binding -> place(binding, columns, twice));
    }

    private void place(Binding binding, Map<String, Integer> columns, Set<String> twice) {
        List<int[]> parts = new ArrayList<>();
        boolean whole = true;
        for (List<String> alternatives : binding.parts()) {
            List<Integer> found = new ArrayList<>();
            for (String alternative : alternatives) {
                String name = HeaderName.normalise(alternative);
                Integer column = columns.get(name);
                if (column != null) {
                    found.add(column);
                    if (twice.contains(name)) {
                        ambiguous.add(header.get(column).strip());
                    }
                }
            }
            if (found.isEmpty()) {
                whole = false;
                List<String> missing = binding.required() ? missingRequired : missingOptional;
                if (!missing.contains(alternatives.get(0))) {
                    missing.add(alternatives.get(0));
                }
            }
            parts.add(found.stream().mapToInt(Integer::intValue).toArray());
        }
        if (whole || !binding.required()) {
            places.put(binding.field(), new Place(binding, parts));
        }
    }

    OrderTemplate template() {
        return template;
    }

    int rowNumber() {
        return rowNumber;
    }

    List<String> header() {
        return header;
    }

    Place place(Field field) {
        return places.get(field);
    }

    boolean isComplete() {
        return missingRequired.isEmpty();
    }

    /** How many of the row's names the template knows. */
    int known() {
        return known;
    }

    List<String> missingRequired() {
        return missingRequired;
    }

    List<String> unknown() {
        return unknown;
    }

    /** Names that the template reads and that stand in the row twice. */
    Set<String> ambiguous() {
        return ambiguous;
    }

    Drift drift() {
        return new Drift(template.isOwn() ? List.of() : unknown, missingOptional);
    }
}

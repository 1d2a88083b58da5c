package io.onhand.acceptance.torture;

import java.util.List;

/** Reads {@code --faults}: names, beginnings of names such as {@code channel}, {@code all} or {@code none}. */
final class FaultNames {
    private FaultNames() {}

    /**
     * The faults that are meant.
     *
     * @param wanted null for all
     * @throws IllegalArgumentException for a name that no fault has
     */
    static List<String> choose(List<String> wanted, List<String> known) {
        if (wanted == null || wanted.equals(List.of("all"))) {
            return known;
        }
        if (wanted.equals(List.of("none"))) {
            return List.of();
        }
        wanted.stream()
                .filter(name -> known.stream().noneMatch(fault -> fault.startsWith(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "no fault is called " + name + "; there are " + String.join(", ", known));
                });
        return known.stream()
                .filter(fault -> wanted.stream().anyMatch(fault::startsWith))
                .toList();
    }
}

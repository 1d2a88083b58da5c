package io.onhand.routes.connector.orderfile;

import java.util.List;
import java.util.regex.Pattern;

/** Malls that write how many units were bought behind the chosen option: {@code 색상:네이비/사이즈:M/2개}, {@code S/블랙-1개}. */
final class OptionCount {
    private static final Pattern ANYWHERE = Pattern.compile("(?<!\\d)(\\d{1,7}+)\\s*+개(?=$|[\\s/,;)\\]])");
    private static final Pattern BEHIND = Pattern.compile("\\s*+[-/]\\s*+\\d{1,7}+\\s*+개$");

    private OptionCount() {}

    /**
     * The option as such, without the count behind it; null for none. A count within is part of what was chosen ({@code
     * 구성:3개}).
     */
    static String cutFrom(String option) {
        return option == null ? null : BEHIND.matcher(option).replaceFirst("");
    }

    /** Whatever reads like a count. */
    static List<String> in(String option) {
        return ANYWHERE.matcher(option).results().map(count -> count.group(1)).toList();
    }
}

package io.onhand.acceptance.torture.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever breaks, the product says what to do about it: it never has to answer that something is wrong with itself. */
final class UnexpectedFailures implements Check {
    /** As the product logs what it answers with 500, and the first words of what had happened. */
    private static final Pattern FAILURE =
            Pattern.compile("Unexpected failure, reference [0-9a-f-]{36}[^\\n]*(?:\\n[^\\n]{1,200}){0,3}");

    private final NewLogs logs;

    UnexpectedFailures(Path logs) {
        this.logs = new NewLogs(logs);
    }

    @Override
    public String name() {
        return "no-unexpected-failure";
    }

    @Override
    public Moment moment() {
        return Moment.ALWAYS;
    }

    @Override
    public List<String> find(Evidence evidence) {
        List<String> found = new ArrayList<>();
        logs.read((file, text) -> {
            Matcher failure = FAILURE.matcher(text);
            while (failure.find() && found.size() < MOST) {
                found.add(file + ": " + failure.group().replaceAll("\\s+", " "));
            }
        });
        return found;
    }
}

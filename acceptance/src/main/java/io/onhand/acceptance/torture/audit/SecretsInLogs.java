package io.onhand.acceptance.torture.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what was logged since it read the last time, and looks for the very secrets of the installation. */
final class SecretsInLogs implements Check {
    /** Bearer tokens of Keycloak and of the sandbox marketplace, whoever got them. */
    private static final Pattern TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}|sbx_[A-Za-z0-9_-]{10,}");

    private static final int SHOWN = 4;

    private final NewLogs logs;
    private final List<String> secrets;

    /**
     * Reads nothing yet.
     *
     * @param logs folder of the logs
     * @param secrets texts that may not be there, none shorter than 8 characters
     */
    SecretsInLogs(Path logs, Collection<String> secrets) {
        this.logs = new NewLogs(logs);
        this.secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.stream().anyMatch(secret -> secret.length() < 8)) {
            throw new IllegalArgumentException("no secrets, or one that is too short to be looked for");
        }
    }

    @Override
    public String name() {
        return "no-secret-in-logs";
    }

    @Override
    public Moment moment() {
        return Moment.ALWAYS;
    }

    @Override
    public List<String> find(Evidence evidence) {
        List<String> found = new ArrayList<>();
        logs.read((file, text) -> look(file, text, found));
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    private void look(String file, String text, List<String> found) {
        for (String secret : secrets) {
            if (text.contains(secret)) {
                found.add(file + " has the secret that starts with " + secret.substring(0, SHOWN));
            }
        }
        Matcher token = TOKEN.matcher(text);
        if (token.find()) {
            found.add(file + " has a token that starts with " + token.group().substring(0, SHOWN * 2));
        }
    }
}

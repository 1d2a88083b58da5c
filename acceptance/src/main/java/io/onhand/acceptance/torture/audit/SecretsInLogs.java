package io.onhand.acceptance.torture.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what was logged since it read the last time, and looks for the very secrets of the installation. */
final class SecretsInLogs implements Check {
    /** Bearer tokens of Keycloak and of the sandbox marketplace, whoever got them. */
    private static final Pattern TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}|sbx_[A-Za-z0-9_-]{10,}");

    /** So much of the end is read again, as a secret may stand across two readings. */
    private static final int OVERLAP = 4_096;

    private static final int CHUNK = 1 << 20;
    private static final int SHOWN = 4;

    private final Path logs;
    private final List<String> secrets;
    private final Map<Path, Long> read = new HashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param logs folder of the logs
     * @param secrets texts that may not be there, none shorter than 8 characters
     */
    SecretsInLogs(Path logs, Collection<String> secrets) {
        this.logs = logs;
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
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                search(file, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    private void search(Path path, List<String> found) throws IOException {
        long from = Math.max(0, read.getOrDefault(path, 0L) - OVERLAP);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] buffer = new byte[CHUNK + OVERLAP];
            while (from < file.length()) {
                file.seek(from);
                int length = file.read(buffer);
                if (length <= 0) {
                    break;
                }
                look(path, new String(buffer, 0, length, StandardCharsets.ISO_8859_1), found);
                from += length == buffer.length ? CHUNK : length;
            }
            read.put(path, from);
        }
    }

    private void look(Path path, String text, List<String> found) {
        for (String secret : secrets) {
            if (text.contains(secret)) {
                found.add(path.getFileName() + " has the secret that starts with " + secret.substring(0, SHOWN));
            }
        }
        Matcher token = TOKEN.matcher(text);
        if (token.find()) {
            found.add(path.getFileName() + " has a token that starts with "
                    + token.group().substring(0, SHOWN * 2));
        }
    }
}

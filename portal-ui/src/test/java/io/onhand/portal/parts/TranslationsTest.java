package io.onhand.portal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.relay.Outbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    /** A whole key as the first argument. */
    private static final Pattern WHOLE = Pattern.compile("getTranslation\\(\\s*\"([^\"]+)\"\\s*[,)]");
    /** The beginning of a key that is put together. */
    private static final Pattern BEGINNING = Pattern.compile("getTranslation\\(\\s*\"([^\"]+)\"\\s*\\+");
    /** Two keys to choose from. */
    private static final Pattern CHOICE =
            Pattern.compile("\\?\\s*\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"\\s*:\\s*\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja"})
    void everyLanguageHasTheSameKeysAsEnglish(String language) {
        assertThat(keys(language)).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja", "en"})
    void noWordsAreEmptyAndEveryPatternCanBeFilled(String language) {
        Properties words = words(language);
        for (String key : words.stringPropertyNames()) {
            assertThat(words.getProperty(key)).as(key).isNotBlank();
            if (!key.startsWith("refusal."))
                assertThat(new MessageFormat(words.getProperty(key), Locale.forLanguageTag(language)))
                        .as(key)
                        .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja"})
    void noPatternLosesAValueInTranslation(String language) {
        Properties english = words("en");
        Properties other = words(language);
        for (String key : english.stringPropertyNames())
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
    }

    @Test
    void everyKeyThatTheCodeAsksForHasWords() {
        Set<String> known = keys("en");
        List<String> missing = new ArrayList<>();
        for (String source : sources()) {
            found(WHOLE, source).filter(key -> !known.contains(key)).forEach(missing::add);
            found(CHOICE, source)
                    .filter(key -> key.contains(".") && known.stream().noneMatch(key::equals))
                    .filter(key ->
                            known.stream().anyMatch(one -> one.startsWith(key.substring(0, key.indexOf('.') + 1))))
                    .forEach(missing::add);
            found(BEGINNING, source)
                    .filter(start -> known.stream().noneMatch(key -> key.startsWith(start)))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aKeyWithoutWordsShowsItself() {
        assertThat(new Translations().getTranslation("refusal.never-heard-of", Locale.KOREAN))
                .isEqualTo("⟨refusal.never-heard-of⟩");
    }

    @Test
    void numbersFollowTheLanguage() {
        assertThat(new Translations().getTranslation("units", Locale.ENGLISH, 1))
                .isEqualTo("1 unit");
        assertThat(new Translations().getTranslation("units", Locale.ENGLISH, 12_900))
                .isEqualTo("12,900 units");
        assertThat(new Translations().getTranslation("units", Locale.KOREAN, 3)).isEqualTo("3개");
    }

    private static Stream<String> found(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        List<String> found = new ArrayList<>();
        while (matcher.find())
            for (int group = 1; group <= matcher.groupCount(); group++) found.add(matcher.group(group));
        return found.stream();
    }

    @Test
    void whateverAMessageMayBeAboutHasWords() {
        assertThat(keys("en"))
                .containsAll(Stream.of(Outbox.Kind.values())
                        .map(kind -> "parked.about."
                                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    private static Set<String> places(String words) {
        Matcher matcher = Pattern.compile("\\{([A-Za-z0-9]+)").matcher(words);
        Set<String> places = new TreeSet<>();
        while (matcher.find()) places.add(matcher.group(1));
        return places;
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(words(language).stringPropertyNames());
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (InputStream in =
                TranslationsTest.class.getResourceAsStream("/io/onhand/portal/portal_" + language + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TranslationsTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

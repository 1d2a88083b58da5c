package io.onhand.acceptance.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The chart in this repository, with its example values and what a test sets beside them. */
final class Chart {
    private static final Path HELM = Path.of("..", "helm");
    private static final Path CHART = HELM.resolve("onhand");
    private static final Path EXAMPLE = HELM.resolve("example-values.yaml");
    private static final String KUBERNETES = "1.30.0";
    private static final String HOOK = "helm.sh/hook";
    private static final YAMLMapper YAML = new YAMLMapper();

    /** What {@link #render} calls the annotation that makes a manifest a hook. */
    static final String SHOWN_HOOK = "shown.helm.sh/hook";

    private static Path hooksShown;

    private final List<String[]> settings = new ArrayList<>();

    /** The same chart with one value set, as {@code --set} does. */
    Chart with(String key, String value) {
        Chart chart = new Chart();
        chart.settings.addAll(settings);
        chart.settings.add(new String[] {key, value});
        return chart;
    }

    /**
     * What would be installed, hooks included.
     *
     * @throws IllegalStateException with Helm's own message when the values are refused
     */
    Manifests render() {
        TemplateCommand template = new Helm(hooksShown())
                .template()
                .withName("shop")
                .withNamespace("onhand")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(EXAMPLE);
        for (String[] setting : settings) template.set(setting[0], setting[1]);
        String rendered = template.call();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(rendered)) {
            List<JsonNode> found = documents.readAll();
            found.removeIf(document -> document == null || document.isNull() || document.isEmpty());
            return new Manifests(rendered, found);
        } catch (IOException e) {
            throw new UncheckedIOException("Not YAML:\n" + rendered, e);
        }
    }

    /** Helm's verdict on the chart with the example values as its defaults, since Helm lints with defaults only. */
    static LintResult lint() throws IOException {
        Path copy = copy("example");
        Path values = copy.resolve("values.yaml");
        JsonNode merged = YAML.readerForUpdating(YAML.readTree(values.toFile())).readTree(Files.readString(EXAMPLE));
        Files.writeString(values, YAML.writeValueAsString(merged));
        return new Helm(copy).lint().strict().call();
    }

    /** A copy whose hooks are ordinary manifests: helm-java renders no hooks. */
    private static synchronized Path hooksShown() {
        if (hooksShown == null) {
            try {
                Path copy = copy("hooks-shown");
                Path migration = copy.resolve("templates").resolve("migration.yaml");
                String template = Files.readString(migration);
                if (!template.contains(HOOK)) throw new IllegalStateException("No " + HOOK + " in " + migration);
                Files.writeString(migration, template.replace(HOOK, SHOWN_HOOK));
                hooksShown = copy;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot copy " + CHART, e);
            }
        }
        return hooksShown;
    }

    private static Path copy(String name) throws IOException {
        Path copies = Files.createDirectories(Path.of("target", "helm"));
        Path copy = Files.createTempDirectory(copies, name).resolve(CHART.getFileName());
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(CHART.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
        return copy;
    }
}

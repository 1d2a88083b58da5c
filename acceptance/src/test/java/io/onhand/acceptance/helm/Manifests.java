package io.onhand.acceptance.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What a chart would install.
 *
 * @param text as Helm rendered it
 * @param documents one each
 */
record Manifests(String text, List<JsonNode> documents) {
    List<JsonNode> ofKind(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    JsonNode the(String kind, String name) {
        return ofKind(kind).stream()
                .filter(document -> document.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + kind + " " + name + " in\n" + text));
    }

    /** The pods' templates of all deployments and jobs. */
    List<JsonNode> pods() {
        return documents.stream()
                .filter(document -> Set.of("Deployment", "Job")
                        .contains(document.path("kind").asText()))
                .map(document -> document.at("/spec/template"))
                .toList();
    }

    static JsonNode container(JsonNode deploymentOrJob) {
        return deploymentOrJob.at("/spec/template/spec/containers/0");
    }

    /** The names of the environment variables that a container reads from a Secret. */
    static Set<String> secretsOf(JsonNode container) {
        Set<String> names = new TreeSet<>();
        for (JsonNode variable : container.path("env"))
            if (variable.at("/valueFrom/secretKeyRef").isObject())
                names.add(variable.path("name").asText());
        return names;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

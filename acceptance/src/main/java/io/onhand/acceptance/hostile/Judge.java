package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every answer must be, whatever was asked. */
final class Judge {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Names of our insides have no business in an answer. */
    private static final Pattern INSIDES =
            Pattern.compile("io\\.onhand\\.|org\\.postgresql|jakarta\\.|Exception|\\bat java\\.");

    private Judge() {}

    /** What is wrong with an answer; nothing when it is as it must be. */
    static List<String> faults(Draft request, Answer answer) {
        List<String> faults = new ArrayList<>();
        int status = answer.status();
        if (status >= 500) {
            return List.of("status " + status + " " + answer.code());
        }
        if (status >= 300 && status < 400) {
            faults.add("a redirection, " + status);
        }
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        if (!answer.header("X-Injected").isEmpty()) {
            faults.add("a header field that the request has smuggled in");
        }
        if (status >= 400 && INSIDES.matcher(said).find()) {
            faults.add("insides in the answer");
        }
        if (status >= 400 && !request.isHead()) {
            boolean bare = request.spoiled().bare() && answer.body().length == 0;
            faults.addAll(bare ? List.of() : problem(answer));
        }
        faults.addAll(asItMust(request, answer));
        return faults;
    }

    private static List<String> problem(Answer answer) {
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            return List.of("status " + answer.status() + " without a problem, but " + answer.header("Content-Type"));
        }
        JsonNode problem = json(answer);
        List<String> faults = new ArrayList<>();
        if (problem.path("status").asInt() != answer.status()) {
            faults.add("a problem of another status");
        }
        for (String member : List.of("type", "title", "detail")) {
            if (problem.path(member).asText().isBlank()) {
                faults.add("a problem without " + member);
            }
        }
        if (!CODE.matcher(problem.path("code").asText()).matches()) {
            faults.add("a problem without a code");
        }
        return faults;
    }

    /** Whether what had to be refused was, by name. */
    private static List<String> asItMust(Draft request, Answer answer) {
        Spoiled spoiled = request.spoiled();
        List<JsonNode> problems = answer.status() < 300 ? itemProblems(answer) : List.of(json(answer));
        if (spoiled.refused() && problems.isEmpty()) {
            return List.of("taken: " + spoiled.how().replaceAll("[0-9]{3,}", "N"));
        }
        boolean names = answer.status() < 300 || answer.status() == 400 || answer.status() == 422;
        if (spoiled.field() == null
                || !names
                || problems.stream().anyMatch(problem -> names(problem, spoiled.field()))) {
            return List.of();
        }
        return List.of("the problem does not name " + spoiled.field() + " but "
                + problems.get(0).path("field").asText("nothing"));
    }

    /** The problems of a batch whose items are decided alone. */
    private static List<JsonNode> itemProblems(Answer answer) {
        return Json.stream(json(answer).path("results"))
                .map(result -> result.path("problem"))
                .filter(JsonNode::isObject)
                .toList();
    }

    private static boolean names(JsonNode problem, String field) {
        return problem.path("field").asText().contains(field)
                || Json.stream(problem.path("errors"))
                        .anyMatch(error -> error.path("field").asText().contains(field));
    }

    private static JsonNode json(Answer answer) {
        try {
            return answer.header("Content-Type").contains("json")
                    ? Json.MAPPER.readTree(new String(answer.body(), StandardCharsets.UTF_8))
                    : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}

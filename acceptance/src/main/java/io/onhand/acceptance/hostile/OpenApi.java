package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The served OpenAPI document: the one list of operations, so that a new one is met without being named here. */
final class OpenApi {
    private static final Pattern SCOPE = Pattern.compile("`([a-z]+:(?:read|write))`");
    private static final String OPERATOR = "`platform-operator`";

    private final JsonNode document;
    private final String base;

    private OpenApi(JsonNode document) {
        this.document = document;
        this.base = document.at("/servers/0/url").asText();
    }

    /** The document of a running product. */
    static OpenApi of(String url) {
        return new OpenApi(Http.send("GET", url + "/api/openapi", null, Map.of("Accept", "application/json"))
                .expect(200));
    }

    /** Every operation, in the order of the document. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().has("operationId")) {
                    operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private Operation operation(String path, String method, JsonNode said) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode each : said.path("parameters")) {
            JsonNode parameter = resolve(each);
            parameters.add(new Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    parameter.path("required").asBoolean(),
                    resolve(parameter.path("schema"))));
        }
        Map.Entry<String, JsonNode> body = said.at("/requestBody/content").properties().stream()
                .findFirst()
                .orElse(null);
        String description = said.path("description").asText();
        Matcher scope = SCOPE.matcher(description);
        return new Operation(
                said.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                base + path,
                parameters,
                scope.find() ? scope.group(1) : "",
                description.contains(OPERATOR),
                body == null ? null : body.getKey(),
                body == null || !body.getKey().equals(Operation.JSON)
                        ? null
                        : resolve(body.getValue().path("schema")));
    }

    /** The schema itself where a reference stands. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }
}

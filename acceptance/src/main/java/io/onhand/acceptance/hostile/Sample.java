package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.onhand.acceptance.product.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Well-meant values for what a schema asks: things of the household where a field names one, else the schema's example,
 * else the plainest value that fits.
 */
final class Sample {
    private final OpenApi api;
    private final Household household;
    private final Random random;
    private int count;

    Sample(OpenApi api, Household household, Random random) {
        this.api = api;
        this.household = household;
        this.random = random;
    }

    /** A body that the operation takes, for the thing that the path names. */
    JsonNode body(Operation operation, String pathId) {
        if (operation.operators()) {
            return household.tenant();
        }
        if (isOfUnexplained(operation)) {
            return Json.object().set("columns", household.explanation());
        }
        ObjectNode body = (ObjectNode) value(operation.bodySchema(), "");
        int order = household.all(IdKind.ORDER).indexOf(pathId);
        for (JsonNode line : body.path("lines")) {
            if (line.has("lineId") && order >= 0) {
                ((ObjectNode) line).put("lineId", household.all(IdKind.LINE).get(order));
            }
        }
        return body;
    }

    /** Lets a request upload an order file, as its operation takes one. */
    void file(Draft draft) {
        byte[] file = household.file("F" + fresh());
        if (!draft.operation().bodyType().startsWith("multipart/")) {
            draft.bytes(file);
            return;
        }
        String form = "--part\r\nContent-Disposition: form-data; name=\"channel\"\r\n\r\n" + household.files()
                + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"orders.csv\"\r\n\r\n"
                + new String(file, StandardCharsets.UTF_8) + "\r\n--part--\r\n";
        draft.contentType(draft.operation().bodyType() + "; boundary=part")
                .bytes(form.getBytes(StandardCharsets.UTF_8));
    }

    /** A value for a parameter that is not in the path. */
    String parameter(Operation operation, Parameter parameter) {
        if (operation.bodyType() != null && parameter.name().equals("channel")) {
            return household.files();
        }
        return switch (parameter.name()) {
            case "limit" -> "7";
            case "cursor" -> "";
            case "fileName" -> "orders.csv";
            default -> {
                JsonNode value = value(parameter.schema(), parameter.name());
                yield value.isArray() ? value.get(0).asText() : value.asText();
            }
        };
    }

    /** An id or a code for a parameter in the path. */
    String path(Operation operation, Parameter parameter) {
        if (isOfUnexplained(operation)) {
            return one(household.unexplained());
        }
        IdKind kind = IdKind.byPath(operation.path(), parameter.name());
        if (operation.method().equals("PUT") && !kind.isUuid()) {
            return "NEW-" + random.nextInt(20);
        }
        if (operation.method().equals("PUT")
                && kind == IdKind.CHANNEL
                && !operation.path().contains("policy")) {
            return household.files();
        }
        return one(household.all(kind));
    }

    /** Whether it is about a file whose columns are not known. */
    private static boolean isOfUnexplained(Operation operation) {
        return operation.path().endsWith("/table") || operation.path().endsWith("/columns");
    }

    private JsonNode value(JsonNode unresolved, String name) {
        JsonNode schema = api.resolve(unresolved);
        IdKind kind = IdKind.byField(name);
        if (kind != null && !schema.path("type").asText().equals("array")) {
            return text(kind == IdKind.CHANNEL ? household.mall() : one(household.all(kind)));
        }
        return switch (name) {
            case "id" -> text(UUID.randomUUID().toString());
            case "externalId", "value", "name" -> text("N" + fresh());
            case "externalLineId" -> text(Integer.toString(++count));
            case "listingId" -> text(one(household.listings()));
            case "connector" -> text("order-file");
            case "settings" -> household.fileSettings();
            case "asOf" -> text(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
            default -> plain(schema, name);
        };
    }

    private JsonNode plain(JsonNode schema, String name) {
        String type = schema.path("type").asText("string");
        if (type.equals("object")) {
            return object(schema);
        }
        if (type.equals("array")) {
            return array(schema, name);
        }
        JsonNode example = schema.at("/examples/0");
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        String pattern = schema.path("pattern").asText();
        if (!example.isTextual() && pattern.matches("[a-z0-9-]+(\\|[a-z0-9-]+)+")) {
            return text(one(List.of(pattern.split("\\|", -1))));
        }
        return switch (type) {
            case "integer" -> IntNode.valueOf(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            default ->
                example.isTextual()
                        ? example
                        : text(formatted(schema.path("format").asText()));
        };
    }

    private String formatted(String format) {
        return switch (format) {
            case "uuid" -> uuid();
            case "date-time" -> "2026-08-03T12:14:08Z";
            default -> "text";
        };
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode object = Json.object();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            // A compare-and-set would have to know the number, and an explained bundle has no stock to tell.
            boolean harmless = !Set.of("expected", "components", "maxListed").contains(name);
            if (required.contains(name) || (harmless && random.nextBoolean())) {
                object.set(name, value(property.getValue(), name));
            }
        });
        // Either may be missing, but not both: no schema can say that.
        if (schema.path("properties").has("listingId") && !object.has("listingId") && !object.has("skuCodes")) {
            object.set("listingId", value(schema.at("/properties/listingId"), "listingId"));
        }
        return object;
    }

    private JsonNode array(JsonNode schema, String name) {
        int size = Math.max(schema.path("minItems").asInt(1), 1 + random.nextInt(2));
        ArrayNode array = Json.MAPPER.createArrayNode();
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < size; i++) {
            JsonNode item = value(schema.path("items"), name.equals("network") || name.startsWith("sku") ? name : "");
            if (seen.add(item)) {
                array.add(item);
            }
        }
        return array;
    }

    /** What was never there before, in a run with the same seed neither. */
    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }
}

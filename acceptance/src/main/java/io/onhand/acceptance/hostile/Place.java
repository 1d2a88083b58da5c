package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One field of a body, there or not.
 *
 * @param parent the object that has it
 * @param name of the field
 * @param schema what it must be
 * @param required whether it must be there
 */
record Place(ObjectNode parent, String name, JsonNode schema, boolean required) {
    /** Every field that the schema knows, at every depth of a body. */
    static List<Place> in(OpenApi api, JsonNode schema, JsonNode body) {
        List<Place> places = new ArrayList<>();
        collect(api, schema, body, places);
        return places;
    }

    private static void collect(OpenApi api, JsonNode unresolved, JsonNode node, List<Place> places) {
        JsonNode schema = api.resolve(unresolved);
        if (node instanceof ArrayNode) {
            node.forEach(item -> collect(api, schema.path("items"), item, places));
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                String name = property.getKey();
                boolean required = false;
                for (JsonNode each : schema.path("required")) {
                    required |= each.asText().equals(name);
                }
                places.add(new Place(object, name, api.resolve(property.getValue()), required));
                if (object.has(name)) {
                    collect(api, property.getValue(), object.get(name), places);
                }
            }
        }
    }

    String type() {
        return schema.path("type").asText();
    }

    boolean is(String type) {
        return type().equals(type);
    }

    void set(JsonNode value) {
        parent.set(name, value);
    }

    JsonNode get() {
        return parent.path(name);
    }
}

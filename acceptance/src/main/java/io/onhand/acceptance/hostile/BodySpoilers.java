package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.onhand.acceptance.product.Json;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

/** Spoils what a JSON body says, while it stays JSON: types, bounds, texts, missing and unknown fields, contradictions. */
final class BodySpoilers {
    private final OpenApi api;

    BodySpoilers(OpenApi api) {
        this.api = api;
    }

    List<Spoiler> all() {
        return List.of(
                this::wrongType,
                this::wrongType,
                this::outOfBounds,
                this::outOfBounds,
                this::missing,
                this::missing,
                this::isNull,
                this::unknownField,
                this::notStorable,
                this::oddText,
                this::oddText,
                this::tooMany,
                this::tooFew,
                this::contradictory,
                this::notThere);
    }

    private Place place(Draft draft, Random random, Predicate<Place> which) {
        if (draft.body() == null) {
            return null;
        }
        List<Place> places = Place.in(api, draft.operation().bodySchema(), draft.body()).stream()
                .filter(which)
                .toList();
        return places.isEmpty() ? null : Texts.one(places, random);
    }

    private Spoiled wrongType(Draft draft, Random random) {
        Place place = place(draft, random, any -> true);
        if (place == null) {
            return null;
        }
        List<JsonNode> wrong = new ArrayList<>(List.of(Json.MAPPER.createArrayNode(), Json.object()));
        if (!place.is("string")) {
            wrong.addAll(List.of(TextNode.valueOf("x"), TextNode.valueOf("1"), TextNode.valueOf("")));
        }
        if (!place.is("boolean")) {
            wrong.add(BooleanNode.TRUE);
        }
        if (!place.is("integer")) {
            wrong.addAll(List.of(IntNode.valueOf(7), IntNode.valueOf(-1)));
        }
        wrong.addAll(List.of(DoubleNode.valueOf(1.5), new BigIntegerNode(BigInteger.TEN.pow(30))));
        wrong.removeIf(node -> (node.isArray() && place.is("array")) || (node.isObject() && place.is("object")));
        JsonNode value = Texts.one(wrong, random);
        place.set(value);
        return Spoiled.refused("the wrong type " + value, place.name());
    }

    private Spoiled outOfBounds(Draft draft, Random random) {
        Place place = place(draft, random, field -> !beyond(field.schema()).isEmpty());
        if (place == null) {
            return null;
        }
        JsonNode value = Texts.one(beyond(place.schema()), random);
        place.set(value);
        String shown = value.toString();
        return Spoiled.refused("beyond the bounds " + shown.substring(0, Math.min(40, shown.length())), place.name());
    }

    private static List<JsonNode> beyond(JsonNode schema) {
        List<JsonNode> beyond = new ArrayList<>();
        if (schema.has("maximum")) {
            beyond.add(LongNode.valueOf(schema.path("maximum").asLong() + 1));
            beyond.add(LongNode.valueOf(Long.MAX_VALUE));
        }
        if (schema.has("minimum")) {
            beyond.add(LongNode.valueOf(schema.path("minimum").asLong() - 1));
            beyond.add(LongNode.valueOf(Long.MIN_VALUE));
        }
        if (schema.path("format").asText().equals("int32")) {
            beyond.add(LongNode.valueOf(Integer.MAX_VALUE + 1L));
        }
        if (schema.has("maxLength")) {
            beyond.add(TextNode.valueOf("x".repeat(schema.path("maxLength").asInt() + 1)));
        }
        if (schema.path("pattern").asText().equals("\\S")) {
            beyond.add(TextNode.valueOf(""));
            beyond.add(TextNode.valueOf("   "));
        } else if (schema.has("pattern")) {
            beyond.add(TextNode.valueOf("§ nothing like it §"));
        }
        if (schema.path("format").asText().equals("date-time")) {
            beyond.add(TextNode.valueOf("yesterday"));
            beyond.add(TextNode.valueOf("+1000000000-12-31T23:59:59Z"));
        }
        return beyond;
    }

    private Spoiled missing(Draft draft, Random random) {
        Place place = place(draft, random, Place::required);
        if (place == null) {
            return null;
        }
        place.parent().remove(place.name());
        return Spoiled.refused("a required field is missing", place.name());
    }

    private Spoiled isNull(Draft draft, Random random) {
        Place place = place(draft, random, any -> true);
        if (place == null) {
            return null;
        }
        place.set(NullNode.instance);
        return place.required()
                ? Spoiled.refused("null where it is required", place.name())
                : Spoiled.maybe("null at " + place.name());
    }

    private Spoiled unknownField(Draft draft, Random random) {
        Place place = place(draft, random, any -> true);
        if (place == null) {
            return null;
        }
        String name =
                Texts.one(List.of("unknown", "tenantId", "tenant_id", "__proto__", "class", "@type", "ID"), random);
        place.parent().put(name, "x");
        return Spoiled.refused("an unknown field", name);
    }

    private Spoiled notStorable(Draft draft, Random random) {
        Place place = place(draft, random, field -> field.is("string"));
        if (place == null) {
            return null;
        }
        place.set(TextNode.valueOf(Texts.one(Texts.NOT_STORABLE, random)));
        return Spoiled.refused("a character that no database holds", place.name());
    }

    private Spoiled oddText(Draft draft, Random random) {
        Place place = place(draft, random, field -> field.is("string"));
        if (place == null) {
            return null;
        }
        String text = Texts.one(Texts.ODD, random);
        place.set(TextNode.valueOf(text));
        return Spoiled.maybe("odd text at " + place.name() + ": "
                + text.strip().substring(0, Math.min(20, text.strip().length())));
    }

    private Spoiled tooMany(Draft draft, Random random) {
        Place place = place(
                draft,
                random,
                field -> field.schema().has("maxItems") && field.get().size() > 0);
        if (place == null) {
            return null;
        }
        ArrayNode many = Json.MAPPER.createArrayNode();
        JsonNode first = place.get().get(0);
        for (int i = 0; i <= place.schema().path("maxItems").asInt(); i++) {
            many.add(first.deepCopy());
        }
        place.set(many);
        return Spoiled.refused("one item too many", place.name());
    }

    private Spoiled tooFew(Draft draft, Random random) {
        Place place =
                place(draft, random, field -> field.schema().path("minItems").asInt() > 0);
        if (place == null) {
            return null;
        }
        place.set(Json.MAPPER.createArrayNode());
        return Spoiled.refused("too few items", place.name());
    }

    /** The same item twice, once saying something else. */
    private Spoiled contradictory(Draft draft, Random random) {
        Place place = place(
                draft,
                random,
                field -> field.get().isArray() && field.get().path(0).isObject());
        if (place == null) {
            return null;
        }
        ArrayNode items = (ArrayNode) place.get();
        ObjectNode other = items.get(0).deepCopy();
        for (String number : List.of("quantity", "delta")) {
            if (other.has(number)) {
                other.put(number, other.path(number).asInt() + 1);
            }
        }
        items.add(other);
        return Spoiled.maybe("one thing said twice, differently, in " + place.name());
    }

    /** A thing that this tenant does not have. */
    private Spoiled notThere(Draft draft, Random random) {
        Place place = place(draft, random, field -> IdKind.byField(field.name()) != null);
        if (place == null) {
            return null;
        }
        boolean uuid = IdKind.byField(place.name()).isUuid();
        JsonNode value = TextNode.valueOf(uuid ? new UUID(random.nextLong(), 0).toString() : "NOT-THERE");
        if (place.is("array")) {
            place.set(Json.MAPPER.createArrayNode().add(value));
        } else {
            place.set(value);
        }
        // The channel of an order may call a SKU what we do not know: then a person links it. A check looks nothing up.
        return place.name().equals("skuCodes") || draft.operation().id().equals("checkOrder")
                ? Spoiled.maybe("an unknown " + place.name())
                : Spoiled.refused("a thing that is not there", place.name());
    }
}

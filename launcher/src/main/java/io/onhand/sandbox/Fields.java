package io.onhand.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Reads a JSON object field by field; everything wrong becomes an {@link ApiError} that names the field's path. */
final class Fields {
    private final JsonNode node;
    private final String path;

    private Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** The object in {@code body}; an empty body is an empty object. */
    static Fields of(byte[] body) {
        if (body.length == 0) {
            return new Fields(Json.object(), "");
        }
        try {
            JsonNode node = Json.parse(body);
            if (!node.isObject()) {
                throw ApiError.malformed("The body must be a JSON object");
            }
            return new Fields(node, "");
        } catch (JsonProcessingException e) {
            throw ApiError.malformed("The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses names that are not in {@code known}: a misspelt switch must not pass for one that is set. */
    Fields only(Set<String> known) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw ApiError.invalid("unknown_field", path + name, path + name + " is not known here");
            }
        }
        return this;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name, int maxLength) {
        String value = textOr(name, null, maxLength);
        if (value == null) {
            throw ApiError.invalid("missing", path + name, path + name + " is required");
        }
        return value;
    }

    String textOr(String name, String otherwise, int maxLength) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = node.get(name);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > maxLength) {
            throw ApiError.invalid(
                    "invalid_text", path + name, path + name + " must be text of 1 to " + maxLength + " characters");
        }
        return value.textValue();
    }

    int integer(String name, int min, int max) {
        JsonNode value = node.get(name);
        if (value == null
                || !value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < min
                || value.intValue() > max) {
            throw ApiError.invalid(
                    "invalid_number", path + name, path + name + " must be a whole number from " + min + " to " + max);
        }
        return value.intValue();
    }

    int integerOr(String name, int otherwise, int min, int max) {
        return has(name) ? integer(name, min, max) : otherwise;
    }

    boolean flagOr(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!node.get(name).isBoolean()) {
            throw ApiError.invalid("invalid_flag", path + name, path + name + " must be true or false");
        }
        return node.get(name).booleanValue();
    }

    /** A share from 0 to 1; true means 1 and false 0. */
    double rateOr(String name, double otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = node.get(name);
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        return number(name, 0, 1);
    }

    double numberOr(String name, double otherwise, double min, double max) {
        return has(name) ? number(name, min, max) : otherwise;
    }

    Instant instantOr(String name, Instant otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text(name, 64)).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiError.invalid("invalid_time", path + name, path + name + " must be an ISO 8601 time with offset");
        }
    }

    /** The object at {@code name}; an absent one is empty. */
    Fields object(String name) {
        if (!has(name)) {
            return new Fields(Json.object(), path + name + ".");
        }
        if (!node.get(name).isObject()) {
            throw ApiError.invalid("invalid_object", path + name, path + name + " must be an object");
        }
        return new Fields(node.get(name), path + name + ".");
    }

    /** 1 to {@code max} objects at {@code name}. */
    List<Fields> list(String name, int max) {
        JsonNode list = node.get(name);
        if (list == null || !list.isArray() || list.isEmpty()) {
            throw ApiError.invalid("missing", path + name, path + name + " must be a list with at least one element");
        }
        if (list.size() > max) {
            throw ApiError.invalid(
                    "too_many", path + name, path + name + " has " + list.size() + " elements, at most " + max);
        }
        List<Fields> all = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            String at = path + name + "[" + i + "]";
            if (!list.get(i).isObject()) {
                throw ApiError.invalid("invalid_object", at, at + " must be an object");
            }
            all.add(new Fields(list.get(i), at + "."));
        }
        return all;
    }

    /** The full path of {@code name}, for errors that the caller raises. */
    String at(String name) {
        return path + name;
    }

    private double number(String name, double min, double max) {
        JsonNode value = node.get(name);
        if (!value.isNumber() || value.doubleValue() < min || value.doubleValue() > max) {
            throw ApiError.invalid(
                    "invalid_number", path + name, path + name + " must be a number from " + min + " to " + max);
        }
        return value.doubleValue();
    }
}

package io.onhand.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.onhand.refusal.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body in the words of its sender: which field, and what it must be. */
final class JsonProblems {
    private JsonProblems() {}

    static RuntimeException of(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping) {
            String field = field(mapping);
            if (mapping.getCause() instanceof Refusal refusal) {
                return refusal.at(refusal.field() == null ? field : join(field, refusal.field()));
            }
            if (mapping.getCause() instanceof InputCoercionException number && !field.isEmpty()) {
                return HttpRefusal.malformed("wrong-type", field, field + " " + rule(number.getTargetType()));
            }
            if (mapping.getCause() instanceof JsonProcessingException inner
                    && !(inner instanceof JsonMappingException)) {
                return syntax(inner);
            }
            if (mapping instanceof UnrecognizedPropertyException unknown) {
                return HttpRefusal.malformed(
                        "unknown-field",
                        field,
                        "There is no field " + unknown.getPropertyName() + " here; known: " + known(unknown));
            }
            if (mapping instanceof Json.NotStorable) {
                return HttpRefusal.malformed(
                        "character-not-allowed", field, field + " must not hold U+0000 or half of a surrogate pair");
            }
            if (mapping instanceof MismatchedInputException mismatch && !field.isEmpty()) {
                return HttpRefusal.malformed("wrong-type", field, field + " " + rule(mismatch.getTargetType()));
            }
            if (!field.isEmpty()) {
                return HttpRefusal.malformed("wrong-type", field, field + " has a value that cannot be read");
            }
            return HttpRefusal.malformed("wrong-type", null, "The body must be one JSON object");
        }
        return syntax(failure);
    }

    private static RuntimeException syntax(JsonProcessingException failure) {
        String where = failure.getLocation() == null
                ? ""
                : " at line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr();
        if (failure instanceof StreamConstraintsException) {
            return HttpRefusal.malformed(
                    "json-too-complex",
                    null,
                    "The body has more than " + Limits.JSON_DEPTH + " levels, a text of more than " + Limits.JSON_TEXT
                            + " characters or a number of more than 40 digits" + where);
        }
        String message = failure.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate field '")) {
            String name = message.substring("Duplicate field '".length(), message.lastIndexOf('\''));
            return HttpRefusal.malformed("repeated-field", name, "The field " + name + " appears twice" + where);
        }
        return HttpRefusal.malformed("malformed-json", null, "The body is not JSON" + where);
    }

    private static String rule(Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "must be a whole number, without quotes or a fraction, of at most "
                    + (type == int.class || type == Integer.class ? "2147483647" : "9223372036854775807");
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be text in quotes";
        }
        if (type == Instant.class) {
            return Query.TIME_RULE;
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        return "must be an object";
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> ids = unknown.getKnownPropertyIds();
        return ids == null ? "" : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String field(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String join(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + "." + inner;
    }
}

package io.onhand.routes.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Reads a channel's JSON field by field; whatever is not as promised becomes an {@link UnreadableMessage} with the path. */
public final class MessageFields {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode node;
    private final String path;

    private MessageFields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** The JSON object in {@code message}. */
    public static MessageFields of(byte[] message) {
        try {
            JsonNode node = MAPPER.readTree(message);
            if (node == null || !node.isObject()) {
                throw new UnreadableMessage("", "must be a JSON object");
            }
            return new MessageFields(node, "");
        } catch (JsonProcessingException e) {
            throw new UnreadableMessage("", "The message is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            // The bytes are all here: what cannot be read are their characters.
            throw new UnreadableMessage("", "The message is not JSON: " + e.getMessage());
        }
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Text of 1 to {@code most} characters. */
    public String text(String name, int most) {
        String text = textOrNull(name, most);
        if (text == null) {
            throw wrong(name, "is missing");
        }
        return text;
    }

    /** Text of at most {@code most} characters, or null where it is absent, null or blank. */
    public String textOrNull(String name, int most) {
        if (!has(name)) {
            return null;
        }
        if (!node.get(name).isTextual()) {
            throw wrong(name, "must be text");
        }
        String text = node.get(name).textValue().strip();
        if (text.length() > most) {
            throw wrong(name, "is longer than " + most + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    /** A whole number. */
    public int integer(String name, int min, int max) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            throw wrong(name, "must be a whole number from " + min + " to " + max);
        }
        return value.intValue();
    }

    /** A time with its offset. */
    public Instant instant(String name) {
        try {
            return OffsetDateTime.parse(text(name, 64)).toInstant();
        } catch (DateTimeException e) {
            throw wrong(name, "must be an ISO 8601 time with offset");
        }
    }

    /** An ISO 4217 code. */
    public Currency currency(String name) {
        String code = text(name, 3);
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw wrong(name, code + " is no ISO 4217 code");
        }
    }

    /** A decimal amount, as text or number, in the currency's minor unit. */
    public long minorUnits(String name, Currency currency) {
        JsonNode value = node.path(name);
        if (!value.isTextual() && !value.isNumber()) {
            throw wrong(name, "must be a decimal number");
        }
        try {
            BigDecimal amount = new BigDecimal(value.asText().strip());
            if (amount.signum() < 0 || amount.precision() > 18 || amount.scale() > 18 || amount.scale() < -18) {
                throw wrong(name, "must be 0 or more and have at most 18 digits");
            }
            return amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                    .longValueExact();
        } catch (NumberFormatException e) {
            throw wrong(name, "must be a decimal number");
        } catch (ArithmeticException e) {
            throw wrong(name, "is finer or larger than " + currency.getCurrencyCode() + " can be");
        }
    }

    /** The object at {@code name}. */
    public MessageFields object(String name) {
        if (!node.path(name).isObject()) {
            throw wrong(name, has(name) ? "must be an object" : "is missing");
        }
        return new MessageFields(node.get(name), path + name + ".");
    }

    /** The object at {@code name}; an absent or null one has no fields. */
    public MessageFields objectOrEmpty(String name) {
        return has(name) ? object(name) : new MessageFields(JsonNodeFactory.instance.objectNode(), path + name + ".");
    }

    /** {@code min} to {@code max} objects at {@code name}; an absent list is an empty one. */
    public List<MessageFields> list(String name, int min, int max) {
        JsonNode list = node.path(name);
        boolean absent = list.isMissingNode() || list.isNull();
        if (!absent && !list.isArray()) {
            throw wrong(name, "must be a list");
        }
        if (list.size() < min || list.size() > max) {
            throw wrong(name, "must have " + min + " to " + max + " elements, not " + list.size());
        }
        List<MessageFields> all = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            String at = name + "[" + i + "]";
            if (!list.get(i).isObject()) {
                throw wrong(at, "must be an object");
            }
            all.add(new MessageFields(list.get(i), path + at + "."));
        }
        return all;
    }

    /** A failure about {@code name}, for what only the caller can see. */
    public UnreadableMessage wrong(String name, String message) {
        return new UnreadableMessage(path + name, message);
    }
}

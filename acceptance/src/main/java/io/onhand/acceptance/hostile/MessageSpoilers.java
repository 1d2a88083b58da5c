package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils a body so that it is no JSON any more, or JSON of another shape, size, encoding or content type. */
final class MessageSpoilers {
    private static final int DEEP = 5_000;

    private MessageSpoilers() {}

    static List<Spoiler> all() {
        return List.of(
                MessageSpoilers::cut,
                MessageSpoilers::notJson,
                MessageSpoilers::otherRoot,
                MessageSpoilers::repeated,
                MessageSpoilers::deep,
                MessageSpoilers::number,
                MessageSpoilers::bytes,
                MessageSpoilers::large,
                MessageSpoilers::type,
                MessageSpoilers::type,
                MessageSpoilers::noise,
                MessageSpoilers::unasked);
    }

    private static String json(Draft draft) {
        return draft.body() instanceof ObjectNode ? new String(draft.content(), StandardCharsets.UTF_8) : null;
    }

    private static Spoiled with(Draft draft, String text, Spoiled spoiled) {
        draft.bytes(text.getBytes(StandardCharsets.UTF_8));
        return spoiled;
    }

    private static Spoiled cut(Draft draft, Random random) {
        String json = json(draft);
        return json == null
                ? null
                : with(
                        draft,
                        json.substring(0, random.nextInt(json.length())),
                        Spoiled.refused("JSON that ends early"));
    }

    private static Spoiled notJson(Draft draft, Random random) {
        String json = json(draft);
        if (json == null) {
            return null;
        }
        List<String> texts = List.of(
                json + json,
                json + " x",
                "/* */" + json,
                json.replace('"', '\''),
                json.replace(":", "="),
                json.replace("}", ",}"),
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "a=b&c=d",
                " ",
                "",
                "\u0000",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{a:1}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\t\"}");
        return with(draft, Texts.one(texts, random), Spoiled.refused("no JSON"));
    }

    private static Spoiled otherRoot(Draft draft, Random random) {
        String json = json(draft);
        if (json == null) {
            return null;
        }
        List<String> roots = List.of("[" + json + "]", "[]", "\"text\"", "\"\"", "1", "1.5", "true", "null");
        return with(draft, Texts.one(roots, random), Spoiled.refused("JSON that is no object"));
    }

    private static Spoiled repeated(Draft draft, Random random) {
        List<String> names = new ArrayList<>();
        if (draft.body() instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(names::add);
        }
        if (names.isEmpty()) {
            return null;
        }
        String name = Texts.one(names, random);
        String value = draft.body().path(name).toString();
        String text = "{\"" + name + "\":" + value + "," + json(draft).substring(1);
        return with(draft, text, Spoiled.refused("a field twice", name));
    }

    private static Spoiled deep(Draft draft, Random random) {
        String json = json(draft);
        if (json == null) {
            return null;
        }
        int depth = Texts.one(List.of(40, 1_000, DEEP), random);
        String nested = random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        return with(draft, "{\"deep\":" + nested + "," + json.substring(1), Spoiled.refused(depth + " levels"));
    }

    private static Spoiled number(Draft draft, Random random) {
        String json = json(draft);
        if (json == null || !json.matches("(?s).*:[0-9].*")) {
            return null;
        }
        String number = Texts.one(
                List.of("1e400", "-0.0", "1E-400", "9".repeat(39), "9".repeat(1_000), "1e2147483648", "0.1e1"), random);
        return with(
                draft,
                json.replaceFirst(":[0-9]+", ":" + number),
                Spoiled.refused("the number " + number.substring(0, 3)));
    }

    private static Spoiled bytes(Draft draft, Random random) {
        String json = json(draft);
        if (json == null) {
            return null;
        }
        switch (random.nextInt(4)) {
            case 0 -> draft.bytes(json.getBytes(StandardCharsets.UTF_16));
            case 1 -> draft.bytes(json.replaceFirst("\"", "\"\u00ff\u00fe").getBytes(StandardCharsets.ISO_8859_1));
            case 2 -> draft.bytes(json.replaceFirst("\"", "\"\u00c0\u0080").getBytes(StandardCharsets.ISO_8859_1));
            default ->
                draft.bytes(json.replaceFirst("\"", "\"\u00ed\u00a0\u0080").getBytes(StandardCharsets.ISO_8859_1));
        }
        return Spoiled.refused("bytes that are not UTF-8");
    }

    private static Spoiled large(Draft draft, Random random) {
        String json = json(draft);
        if (json == null) {
            return null;
        }
        int size = random.nextBoolean() ? 200_000 : 9 * 1024 * 1024;
        String text = random.nextBoolean()
                ? "{\"large\":\"" + "x".repeat(size) + "\"," + json.substring(1)
                : " ".repeat(size) + "x" + json;
        if (random.nextInt(3) == 0) {
            draft.chunked();
        }
        return with(draft, text, Spoiled.refused("a body of " + size + " bytes"));
    }

    private static Spoiled type(Draft draft, Random random) {
        if (draft.operation().bodyType() == null) {
            return null;
        }
        String type = Texts.one(
                List.of(
                        "",
                        "text/plain",
                        "application/xml",
                        "application/json; charset=utf-16",
                        "application/json; charset=nonsense",
                        "application/json;;;=",
                        "application/",
                        "/",
                        "*/*",
                        "nonsense",
                        "multipart/form-data",
                        "multipart/form-data; boundary=",
                        "multipart/form-data; boundary=" + "x".repeat(200),
                        "application/x-www-form-urlencoded",
                        "application/vnd.ms-excel"),
                random);
        boolean may = type.equals("*/*") || !draft.operation().takesJson();
        draft.contentType(type);
        return may ? Spoiled.maybe("content type " + type) : Spoiled.refused("content type " + type);
    }

    /** Any bytes at all; for files as well. */
    private static Spoiled noise(Draft draft, Random random) {
        if (draft.operation().bodyType() == null) {
            return null;
        }
        byte[] noise = new byte[random.nextInt(3_000)];
        random.nextBytes(noise);
        draft.bytes(noise);
        return draft.operation().takesJson()
                ? Spoiled.refused("noise as the body")
                : Spoiled.maybe("noise as the file");
    }

    /** A body where none is asked for. */
    private static Spoiled unasked(Draft draft, Random random) {
        if (draft.operation().bodyType() != null) {
            return null;
        }
        draft.bytes("{\"a\":1}".getBytes(StandardCharsets.UTF_8)).contentType(Operation.JSON);
        if (random.nextBoolean()) {
            draft.chunked();
        }
        return Spoiled.perhapsNoHttp("a body that nobody asked for");
    }
}

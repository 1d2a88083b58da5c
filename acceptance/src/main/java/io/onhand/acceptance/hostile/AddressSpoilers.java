package io.onhand.acceptance.hostile;

import java.util.List;
import java.util.Random;

/** Spoils where a request goes to and what its head says: path, query, header fields, method. */
final class AddressSpoilers {
    private AddressSpoilers() {}

    static List<Spoiler> all() {
        return List.of(
                AddressSpoilers::path,
                AddressSpoilers::path,
                AddressSpoilers::query,
                AddressSpoilers::query,
                AddressSpoilers::twice,
                AddressSpoilers::strange,
                AddressSpoilers::required,
                AddressSpoilers::header,
                AddressSpoilers::header,
                AddressSpoilers::method);
    }

    private static Spoiled path(Draft draft, Random random) {
        List<Parameter> parameters = draft.operation().in("path");
        if (parameters.isEmpty()) {
            return null;
        }
        Parameter parameter = Texts.one(parameters, random);
        String value = Texts.one(Texts.ADDRESS, random);
        draft.path().put(parameter.name(), value);
        return Spoiled.perhapsNoHttp("the path has {" + parameter.name() + "} = " + start(value));
    }

    private static Spoiled query(Draft draft, Random random) {
        List<Parameter> parameters = draft.operation().in("query");
        if (parameters.isEmpty()) {
            return null;
        }
        Parameter parameter = Texts.one(parameters, random);
        String value = Texts.one(Texts.ADDRESS, random);
        draft.query().removeIf(pair -> pair.name().equals(parameter.name()));
        draft.query().add(new Draft.Pair(parameter.name(), value));
        boolean number = parameter.schema().has("maximum");
        boolean decoded = !value.startsWith("%") || value.length() != 1;
        if (number && decoded && !value.contains("%") && !value.contains("{") && !value.contains("[")) {
            return Spoiled.refused("the query has " + parameter.name() + " = " + start(value), parameter.name());
        }
        return Spoiled.perhapsNoHttp("the query has " + parameter.name() + " = " + start(value));
    }

    private static Spoiled twice(Draft draft, Random random) {
        List<Parameter> parameters = draft.operation().in("query");
        if (parameters.isEmpty()) {
            return null;
        }
        Parameter parameter = Texts.one(parameters, random);
        draft.query().add(new Draft.Pair(parameter.name(), "1"));
        draft.query().add(new Draft.Pair(parameter.name(), "2"));
        return Spoiled.maybe("the query has " + parameter.name() + " twice");
    }

    private static Spoiled strange(Draft draft, Random random) {
        String name = Texts.one(List.of("", "unknown", "%00", "a%5B%5D", "%ff", "limit%20", "_method"), random);
        draft.query().add(new Draft.Pair(name, Texts.one(Texts.ADDRESS, random)));
        return Spoiled.perhapsNoHttp("the query has " + name);
    }

    private static Spoiled required(Draft draft, Random random) {
        List<Parameter> parameters = draft.operation().in("query").stream()
                .filter(Parameter::required)
                .toList();
        if (parameters.isEmpty()) {
            return null;
        }
        String name = Texts.one(parameters, random).name();
        draft.query().removeIf(pair -> pair.name().equals(name));
        return Spoiled.refused("the query lacks " + name, name);
    }

    private static Spoiled header(Draft draft, Random random) {
        String name = Texts.one(
                List.of(
                        "If-Match",
                        "Idempotency-Key",
                        "Onhand-Tenant",
                        "Onhand-File-Password",
                        "Accept",
                        "Accept-Encoding",
                        "Accept-Language",
                        "Content-Encoding",
                        "Expect",
                        "Range",
                        "Origin",
                        "Cookie",
                        "X-HTTP-Method-Override",
                        "X-Forwarded-For",
                        "Forwarded"),
                random);
        String value = Texts.one(
                List.of(
                        "",
                        "\"",
                        "*",
                        "W/\"1\"",
                        "\"999999999999999999999\"",
                        "-1",
                        "a\u0001b",
                        "\u00e9\u00ff",
                        "aozora",
                        "bytes=0-0",
                        "gzip",
                        "text/html",
                        "application/xml;q=2",
                        "DELETE",
                        "100-continue",
                        "k".repeat(256),
                        "k".repeat(4_000)),
                random);
        if (name.equals("Expect") && value.equals("100-continue")) {
            return null;
        }
        draft.headers().add(new Draft.Pair(name, value));
        if (random.nextInt(4) == 0) {
            draft.headers().add(new Draft.Pair(name, "twice"));
        }
        return Spoiled.perhapsNoHttp("the head has " + name + ": " + start(value));
    }

    private static Spoiled method(Draft draft, Random random) {
        String method = Texts.one(
                List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "X", "get"), random);
        draft.method(method);
        return Spoiled.perhapsNoHttp("the method is " + method);
    }

    private static String start(String value) {
        return value.substring(0, Math.min(30, value.length()));
    }
}

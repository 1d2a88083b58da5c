package io.onhand.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** Finds the handler for a method and a path; patterns have names in braces. */
final class Router {
    /** Answers one kind of request. */
    interface Handler {
        Answer answer(Request request);
    }

    /** A handler with what stood at the names of its pattern. */
    record Match(Handler handler, Map<String, String> values) {}

    private record Route(String method, List<String> pattern, Handler handler) {
        /** The values at the names of the pattern, or null when the path is another one. */
        Map<String, String> values(List<String> path) {
            if (path.size() != pattern.size()) {
                return null;
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String part = pattern.get(i);
                if (part.startsWith("{")) {
                    values.put(part.substring(1, part.length() - 1), path.get(i));
                } else if (!part.equals(path.get(i))) {
                    return null;
                }
            }
            return values;
        }
    }

    private final List<Route> routes = new ArrayList<>();

    void on(String method, String pattern, Handler handler) {
        routes.add(new Route(method, split(pattern), handler));
    }

    /** The route for a request; 404 when no pattern fits, 405 when only the method does not. */
    Match match(String method, String rawPath) {
        List<String> path = split(rawPath);
        boolean otherMethod = false;
        for (Route route : routes) {
            Map<String, String> values = route.values(path);
            if (values != null && route.method().equals(method)) {
                return new Match(route.handler(), values);
            }
            otherMethod |= values != null;
        }
        if (otherMethod) {
            throw new ApiError(405, "method_not_allowed", null, method + " is not known at this address", Map.of());
        }
        throw ApiError.notFound("address_not_found", "There is nothing at this address");
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        for (StringTokenizer words = new StringTokenizer(path, "/"); words.hasMoreTokens(); ) {
            parts.add(decode(words.nextToken().replace("+", "%2B")));
        }
        return parts;
    }

    /** Parameters of a query or a form; the last of several with one name. */
    static Map<String, String> parameters(String raw) {
        Map<String, String> all = new HashMap<>();
        if (raw != null) {
            for (StringTokenizer pairs = new StringTokenizer(raw, "&"); pairs.hasMoreTokens(); ) {
                String pair = pairs.nextToken();
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    all.put(decode(pair), "");
                } else {
                    all.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return all;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiError(400, "malformed_address", null, "The address is not percent-encoded rightly", Map.of());
        }
    }
}

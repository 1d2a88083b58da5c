package io.onhand.api.http;

import java.util.Set;

/**
 * What a verified token says.
 *
 * @param client whom it was given to; null when it names nobody
 * @param groups roles of the realm that the client has
 */
record Token(String client, Set<String> groups) {
    Token {
        groups = Set.copyOf(groups);
    }
}

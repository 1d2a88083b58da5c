package io.onhand.portal.login;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who is at the screen.
 *
 * @param name as they want to be read, e.g. {@code Minji Kim}
 * @param login unique in the realm; written into the ledger as the actor
 * @param email may be null
 * @param tenants aliases of the tenants they work for, in the order of the token; may be empty
 * @param roles names of realm roles
 */
public record Person(String name, String login, String email, List<String> tenants, Set<String> roles) {
    public Person {
        tenants = List.copyOf(tenants);
        roles = Set.copyOf(roles);
    }

    /** Whether they may change anything; others read. */
    public boolean mayAct() {
        return roles.contains("operator");
    }

    /** Whether they may enter at all. */
    public boolean mayRead() {
        return mayAct() || roles.contains("viewer");
    }

    /** One or two letters that stand for them, e.g. {@code MK}. */
    public String initials() {
        String[] parts = name.trim().split("\\s+", -1);
        String first = parts[0].isEmpty() ? "?" : parts[0].substring(0, parts[0].offsetByCodePoints(0, 1));
        String last = parts.length < 2 ? "" : parts[parts.length - 1].substring(0, 1);
        return (first + last).toUpperCase(Locale.ROOT);
    }
}

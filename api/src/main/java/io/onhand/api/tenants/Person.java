package io.onhand.api.tenants;

import java.util.Set;

/**
 * Somebody who signs in.
 *
 * @param username unique in the platform, lower case
 * @param email unique in the platform
 * @param firstName given name
 * @param lastName family name
 * @param initialPassword set when the person is made and never after; null: the person sets one by invitation
 * @param roles of {@code operator} and {@code viewer}
 * @param tenantAdmin may manage the people of the tenant in Keycloak's console
 */
record Person(
        String username,
        String email,
        String firstName,
        String lastName,
        String initialPassword,
        Set<String> roles,
        boolean tenantAdmin) {
    /** What a person may be in the portal. */
    static final Set<String> ROLES = Set.of("operator", "viewer");

    Person {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return username;
    }
}

package io.onhand.api.tenants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a tenant is in Keycloak: Keycloak's ids of what was made for it.
 *
 * @param alias of the tenant
 * @param organization what a token says
 * @param group what the tenant's admins may manage
 * @param roleGroups the groups below that one, by the role of the portal that their members have
 */
record KeycloakTenant(String alias, String organization, String group, Map<String, String> roleGroups) {
    /** The group and those below it. */
    List<String> groups() {
        List<String> groups = new ArrayList<>(List.of(group));
        groups.addAll(roleGroups.values());
        return groups;
    }
}

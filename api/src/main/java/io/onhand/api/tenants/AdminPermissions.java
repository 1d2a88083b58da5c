package io.onhand.api.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What confines a tenant's admins to the own people in Keycloak's console: a policy that names the admins, and
 * permissions on the own Organization and groups (Keycloak's fine-grained admin permissions, version 2).
 */
final class AdminPermissions {
    private static final List<String> ORGANIZATION_SCOPES = List.of("view", "manage");
    private static final List<String> GROUP_SCOPES =
            List.of("view", "view-members", "manage-members", "manage-membership", "manage-membership-of-members");

    private final KeycloakAdmin keycloak;

    AdminPermissions(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes what is missing of them; a permission that says something else is put right. */
    void ensure(KeycloakTenant tenant) {
        String server = server();
        String admins = ensureAdmins(server, tenant.alias());
        ensurePermission(
                server,
                "organization " + tenant.alias(),
                permission("Organizations", List.of(tenant.organization()), ORGANIZATION_SCOPES, admins));
        ensurePermission(
                server, "people of " + tenant.alias(), permission("Groups", tenant.groups(), GROUP_SCOPES, admins));
    }

    /** Makes a user one of the tenant's admins. */
    void add(KeycloakTenant tenant, String user) {
        String server = server();
        String path = server + "/policy/user/" + ensureAdmins(server, tenant.alias());
        ObjectNode policy = (ObjectNode) keycloak.get(path);
        ArrayNode users = policy.withArray("users");
        for (JsonNode present : users) {
            if (present.asText().equals(user)) {
                return;
            }
        }
        users.add(user);
        keycloak.put(path, policy);
    }

    private String server() {
        return "/clients/"
                + keycloak.get("").path("adminPermissionsClient").path("id").asText() + "/authz/resource-server";
    }

    private String ensureAdmins(String server, String alias) {
        String name = "admins of " + alias;
        if (findPolicy(server, name).isEmpty()) {
            keycloak.post(server + "/policy/user", KeycloakAdmin.object().put("name", name));
        }
        return findPolicy(server, name)
                .orElseThrow(() -> new IllegalStateException("Keycloak did not keep the policy " + name))
                .path("id")
                .asText();
    }

    private Optional<JsonNode> findPolicy(String server, String name) {
        return keycloak.find(server + "/policy/search?name=" + KeycloakAdmin.encode(name));
    }

    private static ObjectNode permission(String type, List<String> resources, List<String> scopes, String policy) {
        ObjectNode permission = KeycloakAdmin.object().put("resourceType", type);
        resources.forEach(permission.putArray("resources")::add);
        scopes.forEach(permission.putArray("scopes")::add);
        permission.putArray("policies").add(policy);
        return permission;
    }

    private void ensurePermission(String server, String name, ObjectNode permission) {
        permission.put("name", name);
        Optional<JsonNode> found = keycloak.find(server + "/permission/search?name=" + KeycloakAdmin.encode(name));
        if (found.isEmpty()) {
            keycloak.post(server + "/permission/scope", permission);
        } else {
            String id = found.get().path("id").asText();
            keycloak.put(server + "/permission/scope/" + id, permission.put("id", id));
        }
    }
}

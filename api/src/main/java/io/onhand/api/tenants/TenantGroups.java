package io.onhand.api.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.refusal.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Organization and the groups of a tenant. A role of the portal is a group below the tenant's. */
final class TenantGroups {
    /** How many organizations are asked for at once. */
    private static final int PAGE = 100;

    private final KeycloakAdmin keycloak;

    TenantGroups(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Refuses a domain that belongs to another tenant.
     *
     * @throws Refusal {@code domain-refused}
     */
    void refuseForeignDomain(String alias, String domain) {
        for (JsonNode found : organizations("exact=true&search=" + KeycloakAdmin.encode(domain))) {
            boolean owns =
                    KeycloakAdmin.first(found.path("domains"), "name", domain).isPresent();
            if (owns && !found.path("alias").asText().equals(alias)) {
                throw Refusal.invalid("domain-refused", "domain", "The domain " + domain + " is another tenant's");
            }
        }
    }

    /**
     * Makes what is missing of them.
     *
     * @throws Refusal {@code domain-refused} when Keycloak takes it for no domain
     */
    KeycloakTenant ensure(String alias, String name, String domain) {
        String organization = ensureOrganization(alias, name, domain);
        String group = ensureGroup("/groups", "/groups?exact=true&search=" + KeycloakAdmin.encode(alias), alias);
        Map<String, String> roleGroups = new TreeMap<>();
        for (String role : Person.ROLES) {
            String children = "/groups/" + group + "/children";
            String id = ensureGroup(children, children, role);
            keycloak.assignRole("/groups/" + id, role);
            roleGroups.put(role, id);
        }
        return new KeycloakTenant(alias, organization, group, roleGroups);
    }

    private String ensureOrganization(String alias, String name, String domain) {
        Optional<JsonNode> found =
                KeycloakAdmin.first(organizations("exact=true&search=" + KeycloakAdmin.encode(alias)), "alias", alias);
        if (found.isEmpty()) {
            ObjectNode body = KeycloakAdmin.object();
            body.put("name", alias).put("alias", alias).put("description", name).put("enabled", true);
            body.putArray("domains").addObject().put("name", domain).put("verified", true);
            KeycloakAdmin.Reply reply = keycloak.postInput("/organizations", body);
            if (reply.status() == 201) {
                return reply.id();
            }
            found = Optional.of(
                    renamed(alias).orElseThrow(() -> Refusal.invalid("domain-refused", "domain", reply.error())));
        }
        String id = found.get().path("id").asText();
        if (!name.equals(found.get().path("description").asText())) {
            ObjectNode changed = ((ObjectNode) keycloak.get("/organizations/" + id)).put("description", name);
            keycloak.put("/organizations/" + id, changed);
        }
        return id;
    }

    /** A tenant's admin may call the own organization otherwise: then only its alias tells whose it is. */
    private Optional<JsonNode> renamed(String alias) {
        for (int first = 0; ; first += PAGE) {
            JsonNode page = organizations("first=" + first + "&max=" + PAGE);
            Optional<JsonNode> found = KeycloakAdmin.first(page, "alias", alias);
            if (found.isPresent() || page.size() < PAGE) {
                return found;
            }
        }
    }

    private JsonNode organizations(String query) {
        return keycloak.get("/organizations?briefRepresentation=false&" + query);
    }

    /** The id of the group of that name, which is made where it is missing. */
    private String ensureGroup(String parent, String list, String name) {
        if (KeycloakAdmin.first(keycloak.get(list), "name", name).isEmpty()) {
            keycloak.post(parent, KeycloakAdmin.object().put("name", name));
        }
        return KeycloakAdmin.first(keycloak.get(list), "name", name)
                .orElseThrow(() -> new IllegalStateException("Keycloak did not keep the group " + name))
                .path("id")
                .asText();
    }
}

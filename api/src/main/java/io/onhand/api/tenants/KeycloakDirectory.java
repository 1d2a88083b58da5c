package io.onhand.api.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tenants, people and partner clients in Keycloak. A tenant is an Organization (what a token says) and a Group (what a
 * tenant admin may manage) of the same name and with the same people. A role of the portal is a group below that one:
 * Keycloak lets a tenant admin move the own people between the own groups, but not assign roles.
 *
 * <p>Every method looks first and makes only what is missing, so that onboarding can be repeated after a failure at
 * any step. All throw {@link io.onhand.api.http.HttpRefusal} with 503 when Keycloak does not answer.
 */
final class KeycloakDirectory {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");
    private static final Pattern CLIENT = Pattern.compile("[a-z0-9][a-z0-9._-]{1,99}");
    private static final String SERVICE_ACCOUNT = "service-account-";
    /** Set on partner clients only: no other client can be taken for one. */
    private static final String PARTNER = "onhand.partner";

    private static final String TENANT_ADMIN = "tenant-admin";
    /** What lets a tenant admin into Keycloak's console; what is seen there is up to the permissions. */
    private static final List<String> CONSOLE_ROLES = List.of("query-users", "query-groups", "query-organizations");

    private static final List<String> ORGANIZATION_SCOPES = List.of("view", "manage");
    private static final List<String> GROUP_SCOPES =
            List.of("view", "view-members", "manage-members", "manage-membership", "manage-membership-of-members");

    private final KeycloakAdmin keycloak;
    private final ObjectMapper json = KeycloakAdmin.json();

    KeycloakDirectory(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Makes the tenant's Organization and Group, and the permissions that confine its admins to them.
     *
     * @param alias of the tenant; never changes
     * @param name for people
     * @param domain of the people's mail addresses, unique in the platform
     * @throws Refusal {@code domain-refused} when it is no domain or another tenant's
     */
    void ensureTenant(String alias, String name, String domain) {
        String organization = ensureOrganization(alias, name, domain);
        List<String> groups = new ArrayList<>(List.of(ensureGroup(alias)));
        Person.ROLES.stream().sorted().forEach(role -> groups.add(ensureRoleGroup(groups.get(0), role)));
        String admins = ensureAdmins(alias);
        ensurePermission("organization " + alias, "Organizations", List.of(organization), ORGANIZATION_SCOPES, admins);
        ensurePermission("people of " + alias, "Groups", groups, GROUP_SCOPES, admins);
    }

    /**
     * Makes the person and puts them into Organization and Group, with their roles.
     *
     * @throws Refusal {@code person-taken} when the user name or mail address belongs to somebody else, {@code
     *     person-refused}, {@code role-unknown}, {@code username-malformed}
     */
    void ensurePerson(String alias, Person person) {
        check(person);
        String user = findUser(person.username()).orElseGet(() -> createUser(person));
        refuseStranger(alias, user, person.username());
        keycloak.post(
                "/organizations/" + organization(alias) + "/members",
                json.getNodeFactory().textNode(user));
        String group = group(alias);
        join(user, group);
        person.roles().forEach(role -> join(user, roleGroup(group, role)));
        if (person.tenantAdmin()) {
            assign("/users/" + user, TENANT_ADMIN);
            assignConsoleRoles(user);
            addToAdmins(alias, user);
        }
    }

    /**
     * Makes a client of a partner, which gets tokens by client credentials; which tenants it may act for is granted by
     * them.
     *
     * @param secret null: Keycloak makes one
     * @return the client's secret
     * @throws Refusal {@code client-taken} when a client of that id is not a partner's, {@code client-malformed}
     */
    String ensurePartnerClient(String clientId, String secret, String name) {
        if (clientId == null || !CLIENT.matcher(clientId).matches()) {
            throw Refusal.invalid("client-malformed", "clientId", "2 to 100 of a-z, 0-9, dot, hyphen and underscore");
        }
        JsonNode client = findClient(clientId).orElseGet(() -> createClient(clientId, secret, name));
        if (!client.path("attributes").path(PARTNER).asBoolean(false)) {
            throw Refusal.conflict("client-taken", "The client " + clientId + " is not a partner's");
        }
        return keycloak.get("/clients/" + client.path("id").asText() + "/client-secret")
                .path("value")
                .asText();
    }

    // Organization and group

    private String ensureOrganization(String alias, String name, String domain) {
        Optional<JsonNode> found = findOrganization(alias);
        if (found.isEmpty()) {
            ObjectNode body = json.createObjectNode();
            body.put("name", alias).put("alias", alias).put("description", name).put("enabled", true);
            body.putArray("domains").addObject().put("name", domain).put("verified", true);
            KeycloakAdmin.Reply reply = keycloak.postInput("/organizations", body);
            if (reply.status() == 201) {
                return reply.id();
            }
            return findOrganization(alias)
                    .orElseThrow(() -> Refusal.invalid("domain-refused", "domain", reply.error()))
                    .path("id")
                    .asText();
        }
        JsonNode organization = found.get();
        String id = organization.path("id").asText();
        if (!name.equals(organization.path("description").asText())) {
            ObjectNode changed = ((ObjectNode) keycloak.get("/organizations/" + id)).put("description", name);
            keycloak.put("/organizations/" + id, changed);
        }
        return id;
    }

    private Optional<JsonNode> findOrganization(String alias) {
        return first(keycloak.get("/organizations?exact=true&search=" + KeycloakAdmin.encode(alias)), "alias", alias);
    }

    private String organization(String alias) {
        return findOrganization(alias)
                .orElseThrow(() -> Refusal.notFound("tenant", alias))
                .path("id")
                .asText();
    }

    private String ensureGroup(String alias) {
        if (findGroup(alias).isEmpty()) {
            keycloak.post("/groups", json.createObjectNode().put("name", alias));
        }
        return group(alias);
    }

    private Optional<JsonNode> findGroup(String alias) {
        return first(keycloak.get("/groups?exact=true&search=" + KeycloakAdmin.encode(alias)), "name", alias);
    }

    private String group(String alias) {
        return findGroup(alias)
                .orElseThrow(() -> Refusal.notFound("tenant", alias))
                .path("id")
                .asText();
    }

    /** The group below a tenant's whose members have that role of the portal. */
    private String ensureRoleGroup(String group, String role) {
        if (findRoleGroup(group, role).isEmpty()) {
            keycloak.post(
                    "/groups/" + group + "/children", json.createObjectNode().put("name", role));
        }
        String id = roleGroup(group, role);
        assign("/groups/" + id, role);
        return id;
    }

    private Optional<JsonNode> findRoleGroup(String group, String role) {
        return first(keycloak.get("/groups/" + group + "/children"), "name", role);
    }

    private String roleGroup(String group, String role) {
        return findRoleGroup(group, role)
                .orElseThrow(() -> Refusal.notFound("role", role))
                .path("id")
                .asText();
    }

    private void join(String user, String group) {
        keycloak.put("/users/" + user + "/groups/" + group, json.createObjectNode());
    }

    private static Optional<JsonNode> first(JsonNode list, String field, String value) {
        for (JsonNode item : list) {
            if (item.path(field).asText().equals(value)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    // Permissions (Keycloak's fine-grained admin permissions, version 2)

    private String permissions() {
        return "/clients/"
                + keycloak.get("").path("adminPermissionsClient").path("id").asText() + "/authz/resource-server";
    }

    private static String policyName(String alias) {
        return "admins of " + alias;
    }

    private Optional<JsonNode> findPolicy(String name) {
        return keycloak.find(permissions() + "/policy/search?name=" + KeycloakAdmin.encode(name));
    }

    /** The policy that names a tenant's admins. */
    private String ensureAdmins(String alias) {
        String name = policyName(alias);
        if (findPolicy(name).isEmpty()) {
            keycloak.post(
                    permissions() + "/policy/user", json.createObjectNode().put("name", name));
        }
        return admins(alias);
    }

    private String admins(String alias) {
        return findPolicy(policyName(alias))
                .orElseThrow(() -> Refusal.notFound("tenant", alias))
                .path("id")
                .asText();
    }

    private void ensurePermission(
            String name, String resourceType, List<String> resources, List<String> scopes, String policy) {
        ObjectNode body = json.createObjectNode();
        body.put("name", name).put("resourceType", resourceType);
        resources.forEach(body.putArray("resources")::add);
        scopes.forEach(body.putArray("scopes")::add);
        body.putArray("policies").add(policy);
        Optional<JsonNode> found =
                keycloak.find(permissions() + "/permission/search?name=" + KeycloakAdmin.encode(name));
        if (found.isEmpty()) {
            keycloak.post(permissions() + "/permission/scope", body);
        } else {
            String id = found.get().path("id").asText();
            keycloak.put(permissions() + "/permission/scope/" + id, body.put("id", id));
        }
    }

    private void addToAdmins(String alias, String user) {
        String path = permissions() + "/policy/user/" + admins(alias);
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

    // People

    private static void check(Person person) {
        if (!USERNAME.matcher(person.username()).matches() || person.username().startsWith(SERVICE_ACCOUNT)) {
            throw Refusal.invalid(
                    "username-malformed",
                    "username",
                    "2 to 100 of a-z, 0-9 and . _ @ + -, starting with a letter or digit");
        }
        Set<String> roles = person.roles();
        if (!Person.ROLES.containsAll(roles)) {
            throw Refusal.invalid("role-unknown", "roles", "operator or viewer");
        }
    }

    private Optional<String> findUser(String username) {
        return first(keycloak.get("/users?exact=true&username=" + KeycloakAdmin.encode(username)), "username", username)
                .map(user -> user.path("id").asText());
    }

    private String createUser(Person person) {
        ObjectNode body = json.createObjectNode();
        body.put("username", person.username())
                .put("email", person.email())
                .put("firstName", person.firstName())
                .put("lastName", person.lastName())
                .put("enabled", true)
                .put("emailVerified", true);
        if (person.initialPassword() == null) {
            body.putArray("requiredActions").add("UPDATE_PASSWORD");
        } else {
            body.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", person.initialPassword())
                    .put("temporary", false);
        }
        KeycloakAdmin.Reply reply = keycloak.postInput("/users", body);
        if (reply.status() == 400) {
            throw Refusal.invalid("person-refused", "people", reply.error());
        }
        if (reply.status() == 409) {
            throw Refusal.conflict("person-taken", reply.error());
        }
        return reply.id();
    }

    /** A user name of another tenant must not be drawn into this one. */
    private void refuseStranger(String alias, String user, String username) {
        List<String> tenants = new ArrayList<>();
        keycloak.get("/organizations/members/" + user + "/organizations")
                .forEach(organization -> tenants.add(organization.path("alias").asText()));
        keycloak.get("/users/" + user + "/groups")
                .forEach(group -> tenants.add(tenantOf(group.path("path").asText())));
        if (tenants.stream().anyMatch(tenant -> !tenant.equals(alias))) {
            throw Refusal.conflict("person-taken", "The user name " + username + " belongs to somebody else");
        }
    }

    /** {@code bluehan} of {@code /bluehan/viewer}. */
    private static String tenantOf(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }

    // Roles

    /** Gives a realm role to a user or a group. */
    private void assign(String holder, String role) {
        ArrayNode roles = json.createArrayNode().add(keycloak.get("/roles/" + KeycloakAdmin.encode(role)));
        keycloak.post(holder + "/role-mappings/realm", roles);
    }

    private void assignConsoleRoles(String user) {
        String management = findClient("realm-management")
                .orElseThrow(() -> new IllegalStateException("Keycloak has no client realm-management"))
                .path("id")
                .asText();
        ArrayNode roles = json.createArrayNode();
        CONSOLE_ROLES.forEach(name -> roles.add(keycloak.get("/clients/" + management + "/roles/" + name)));
        keycloak.post("/users/" + user + "/role-mappings/clients/" + management, roles);
    }

    // Clients

    private Optional<JsonNode> findClient(String clientId) {
        return first(keycloak.get("/clients?clientId=" + KeycloakAdmin.encode(clientId)), "clientId", clientId);
    }

    private JsonNode createClient(String clientId, String secret, String name) {
        ObjectNode body = json.createObjectNode();
        body.put("clientId", clientId)
                .put("name", name)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-secret")
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", false);
        if (secret != null) {
            body.put("secret", secret);
        }
        body.putObject("attributes").put(PARTNER, "true");
        body.putArray("defaultClientScopes").add("basic").add("microprofile-jwt");
        body.putArray("optionalClientScopes");
        ObjectNode audience = body.putArray("protocolMappers").addObject();
        audience.put("name", "audience onhand-api")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper");
        audience.putObject("config")
                .put("included.custom.audience", "onhand-api")
                .put("access.token.claim", "true")
                .put("id.token.claim", "false")
                .put("introspection.token.claim", "true");
        keycloak.post("/clients", body);
        return findClient(clientId)
                .orElseThrow(() -> new IllegalStateException("Keycloak did not keep the client " + clientId));
    }
}

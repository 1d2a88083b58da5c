package io.onhand.api.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Those who sign in: made once, members of one tenant only. */
final class People {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,99}");
    /** Keycloak's own rule for the names of people. */
    private static final Pattern NAME = Pattern.compile("[^<>&\"\\v$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]+");

    /** What Keycloak says when it is not the input that is wrong. */
    private static final String NOBODYS_FAULT = "Could not create user";

    private static final String SERVICE_ACCOUNT = "service-account-";

    private static final String TENANT_ADMIN = "tenant-admin";
    /** What lets a tenant admin into Keycloak's console; what is seen there is up to the permissions. */
    private static final List<String> CONSOLE_ROLES = List.of("query-users", "query-groups", "query-organizations");

    private final KeycloakAdmin keycloak;
    private final AdminPermissions permissions;

    People(KeycloakAdmin keycloak, AdminPermissions permissions) {
        this.keycloak = keycloak;
        this.permissions = permissions;
    }

    /**
     * Refuses whom Keycloak would not let in, or only as somebody else.
     *
     * @param field of the input, e.g. {@code people[0]}
     * @throws Refusal {@code person-taken} when the user name or mail address belongs to somebody else, {@code
     *     username-malformed}, {@code name-malformed}
     */
    void refuseStranger(String alias, Person person, String field) {
        String username = person.username();
        if (!USERNAME.matcher(username).matches() || username.startsWith(SERVICE_ACCOUNT)) {
            throw Refusal.invalid(
                    "username-malformed",
                    field + ".username",
                    "3 to 100 of a-z, 0-9 and . _ @ + -, starting with a letter or digit");
        }
        requireName(person.firstName(), field + ".firstName");
        requireName(person.lastName(), field + ".lastName");
        find("username", username).ifPresent(user -> refuseForeign(alias, user, person, field));
        find("email", person.email())
                .filter(user -> !user.path("username").asText().equals(username))
                .ifPresent(user -> {
                    throw Refusal.conflict(
                                    "person-taken", "The address " + person.email() + " belongs to somebody else")
                            .at(field + ".email");
                });
    }

    private static void requireName(String name, String field) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.invalid(
                    "name-malformed", field, "No control characters and none of <>&\"$%!#?§;*~/\\|^=[]{}()");
        }
    }

    /** A user name of another tenant must not be drawn into this one. */
    private void refuseForeign(String alias, JsonNode user, Person person, String field) {
        String id = user.path("id").asText();
        List<String> tenants = new ArrayList<>();
        keycloak.get("/organizations/members/" + id + "/organizations")
                .forEach(organization -> tenants.add(organization.path("alias").asText()));
        keycloak.get("/users/" + id + "/groups")
                .forEach(group -> tenants.add(tenantOf(group.path("path").asText())));
        if (tenants.stream().anyMatch(tenant -> !tenant.equals(alias))) {
            throw Refusal.conflict("person-taken", "The user name " + person + " belongs to somebody else")
                    .at(field + ".username");
        }
    }

    /** {@code bluehan} of {@code /bluehan/viewer}. */
    private static String tenantOf(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }

    /**
     * Makes the person and puts them into Organization and groups, with their roles.
     *
     * @param field of the input, e.g. {@code people[0]}
     * @throws Refusal {@code person-refused} when Keycloak's own rules refuse one of the names or the password
     */
    void ensure(KeycloakTenant tenant, Person person, String field) {
        String user = find("username", person.username())
                .map(found -> found.path("id").asText())
                .orElseGet(() -> create(person, field));
        keycloak.post("/organizations/" + tenant.organization() + "/members", KeycloakAdmin.text(user));
        join(user, tenant.group());
        person.roles().forEach(role -> join(user, tenant.roleGroups().get(role)));
        if (person.tenantAdmin()) {
            keycloak.assignRole("/users/" + user, TENANT_ADMIN);
            openConsole(user);
            permissions.add(tenant, user);
        }
    }

    private Optional<JsonNode> find(String field, String value) {
        return KeycloakAdmin.first(
                keycloak.get("/users?exact=true&" + field + "=" + KeycloakAdmin.encode(value)), field, value);
    }

    private String create(Person person, String field) {
        ObjectNode body = KeycloakAdmin.object();
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
        if (reply.error().equals(NOBODYS_FAULT)) {
            throw KeycloakAdmin.failed(reply, "/users");
        }
        if (reply.status() == 400) {
            throw Refusal.invalid("person-refused", field, reply.error());
        }
        if (reply.status() == 409) {
            throw Refusal.conflict("person-taken", reply.error()).at(field);
        }
        return reply.id();
    }

    private void join(String user, String group) {
        keycloak.put("/users/" + user + "/groups/" + group, KeycloakAdmin.object());
    }

    private void openConsole(String user) {
        String management = keycloak.findClient("realm-management")
                .orElseThrow(() -> new IllegalStateException("Keycloak has no client realm-management"))
                .path("id")
                .asText();
        ArrayNode roles = KeycloakAdmin.array();
        CONSOLE_ROLES.forEach(name -> roles.add(keycloak.get("/clients/" + management + "/roles/" + name)));
        keycloak.post("/users/" + user + "/role-mappings/clients/" + management, roles);
    }
}

package io.onhand.acceptance.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.Superuser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that a tenant has, in Keycloak and in the database, as lines without ids: two tenants that were onboarded alike
 * have the same lines but for their alias. What is there twice has two lines.
 */
final class TenantShape {
    private final Admin keycloak;
    private final Superuser onhand;

    TenantShape(Admin keycloak, Superuser onhand) {
        this.keycloak = keycloak;
        this.onhand = onhand;
    }

    /** The lines of the tenant, its alias written as {@code ALIAS}. */
    List<String> of(String alias) {
        List<String> lines = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        organization(alias, lines, names);
        groups("", get("/groups?exact=true&search=" + alias), lines, names);
        permissions(alias, lines, names);
        people(alias, lines);
        clients(alias, lines);
        rows(alias, lines);
        return lines.stream().map(line -> line.replace(alias, "ALIAS")).sorted().toList();
    }

    private void organization(String alias, List<String> lines, Map<String, String> names) {
        for (JsonNode found : get("/organizations?briefRepresentation=false&search=" + alias)) {
            String id = found.path("id").asText();
            names.put(id, "organization " + found.path("alias").asText());
            lines.add("organization " + found.path("alias").asText() + " enabled "
                    + found.path("enabled").asText() + ", described "
                    + found.path("description").asText() + ", domains "
                    + found.path("domains") + ", members "
                    + texts(get("/organizations/" + id + "/members?max=100"), "username"));
        }
    }

    private void groups(String parent, JsonNode groups, List<String> lines, Map<String, String> names) {
        for (JsonNode group : groups) {
            String id = group.path("id").asText();
            String path = parent + "/" + group.path("name").asText();
            names.put(id, "group " + path);
            lines.add("group " + path + " members " + texts(get("/groups/" + id + "/members?max=100"), "username")
                    + ", roles " + texts(get("/groups/" + id + "/role-mappings/realm"), "name"));
            groups(path, get("/groups/" + id + "/children"), lines, names);
        }
    }

    private void permissions(String alias, List<String> lines, Map<String, String> names) {
        String server = "/clients/" + get("").at("/adminPermissionsClient/id").asText() + "/authz/resource-server";
        for (JsonNode policy : get(server + "/policy?max=100&permission=false&name=" + alias)) {
            List<String> users = Json.stream(
                            get(server + "/policy/user/" + policy.path("id").asText())
                                    .path("users"))
                    .map(user -> get("/users/" + user.asText()).path("username").asText())
                    .sorted()
                    .toList();
            lines.add("policy " + policy.path("name").asText() + " for " + users);
        }
        for (JsonNode permission : get(server + "/permission?max=100&name=" + alias)) {
            String path = server + "/policy/" + permission.path("id").asText();
            String on = Json.stream(get(path + "/resources"))
                    .map(resource -> names.get(resource.path("name").asText()))
                    .sorted()
                    .collect(Collectors.joining(" and "));
            lines.add("permission " + permission.path("name").asText() + " on " + on + " to "
                    + texts(get(path + "/scopes"), "name") + " for "
                    + texts(get(path + "/associatedPolicies"), "name"));
        }
    }

    private void people(String alias, List<String> lines) {
        for (JsonNode user : get("/users?max=100&username=" + alias)) {
            String path = "/users/" + user.path("id").asText();
            JsonNode roles = get(path + "/role-mappings");
            lines.add("person " + user.path("username").asText() + " enabled "
                    + user.path("enabled").asText()
                    + ", to do " + user.path("requiredActions") + ", credentials "
                    + texts(get(path + "/credentials"), "type") + ", realm roles "
                    + texts(roles.path("realmMappings"), "name")
                    + ", console roles "
                    + texts(roles.at("/clientMappings/realm-management/mappings"), "name"));
        }
    }

    private void clients(String alias, List<String> lines) {
        for (JsonNode client : get("/clients?search=true&clientId=" + alias)) {
            lines.add("client " + client.path("clientId").asText() + " attributes "
                    + client.at("/attributes/onhand.partner") + ", scopes " + client.path("defaultClientScopes")
                    + ", mappers " + texts(client.path("protocolMappers"), "name"));
        }
    }

    private void rows(String alias, List<String> lines) {
        lines.addAll(onhand.texts(
                "select concat_ws(' ', 'tenant', alias, name, time_zone, locale, out_of_stock) from tenant where alias = ?",
                alias));
        lines.addAll(onhand.texts(
                "select concat_ws(' ', 'location', code, kind) from location natural join (select tenant_id from tenant where alias = ?) mine",
                alias));
        lines.addAll(onhand.texts(
                "select concat_ws(' ', 'grant', client_id, scopes::text) from partner_grant natural join (select tenant_id from tenant where alias = ?) mine",
                alias));
    }

    private JsonNode get(String path) {
        return keycloak.get(path).expect(200);
    }

    private static List<String> texts(JsonNode items, String field) {
        return Json.stream(items)
                .map(item -> item.path(field).asText())
                .sorted()
                .toList();
    }
}

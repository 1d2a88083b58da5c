package io.onhand.api.tenants;

import io.onhand.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tenants, people and partner clients in Keycloak. A tenant is an Organization (what a token says) and a Group (what a
 * tenant admin may manage) of the same name and with the same people. A role of the portal is a group below that one:
 * Keycloak lets a tenant admin move the own people between the own groups, but not assign roles.
 *
 * <p>Everything that can be refused is refused before anything is made, and what is made is looked for first, so that
 * onboarding can be repeated after a failure at any step. All throw {@link io.onhand.api.http.HttpRefusal} with 503 when
 * Keycloak does not answer.
 */
final class KeycloakDirectory {
    private final TenantGroups groups;
    private final AdminPermissions permissions;
    private final People people;
    private final PartnerClients clients;

    KeycloakDirectory(KeycloakAdmin keycloak) {
        this.groups = new TenantGroups(keycloak);
        this.permissions = new AdminPermissions(keycloak);
        this.people = new People(keycloak, permissions);
        this.clients = new PartnerClients(keycloak);
    }

    /**
     * Looks whether all of it can be made, and makes nothing.
     *
     * @throws Refusal {@code domain-refused}, {@code username-malformed}, {@code person-taken}, {@code client-malformed},
     *     {@code client-taken}, {@code named-twice}
     */
    void refuseImpossible(TenantInput wanted) {
        groups.refuseForeignDomain(wanted.alias(), wanted.domainOrAdmins());
        Set<String> names = new HashSet<>();
        for (TenantInput.Named<Person> named : wanted.everybody()) {
            Person person = named.value();
            refuseTwice(names, "user " + person.username(), named.field() + ".username");
            refuseTwice(names, "mail " + person.email(), named.field() + ".email");
            people.refuseStranger(wanted.alias(), person, named.field());
        }
        for (TenantInput.Named<TenantInput.ClientInput> named : wanted.clients()) {
            String clientId = named.value().clientId();
            refuseTwice(names, "client " + clientId, named.field() + ".clientId");
            clients.refuseOther(clientId, named.field() + ".clientId");
        }
    }

    private static void refuseTwice(Set<String> names, String name, String field) {
        if (!names.add(name)) {
            throw Refusal.invalid("named-twice", field, "Two cannot be the same: " + name);
        }
    }

    /** Makes the tenant's Organization and groups, the permissions that confine its admins to them, and its people. */
    void ensureTenant(TenantInput wanted) {
        KeycloakTenant tenant = groups.ensure(wanted.alias(), wanted.name(), wanted.domainOrAdmins());
        permissions.ensure(tenant);
        List<TenantInput.Named<Person>> everybody = wanted.everybody();
        everybody.forEach(named -> people.ensure(tenant, named.value(), named.field()));
    }

    /**
     * Makes the client of a partner.
     *
     * @return the client's secret
     */
    String ensurePartnerClient(TenantInput.Named<TenantInput.ClientInput> client) {
        return clients.ensure(client.value().clientId(), client.value().secret(), client.field() + ".clientId");
    }
}

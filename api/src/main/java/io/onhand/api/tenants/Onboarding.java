package io.onhand.api.tenants;

import io.onhand.api.http.Grants;
import io.onhand.tenant.TenantScope;
import io.onhand.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a tenant with all that belongs to it, here and in Keycloak. Each step makes only what is missing, so that the whole
 * can be repeated after a failure at any step.
 */
@Singleton
class Onboarding {
    private final Tenants tenants;
    private final TenantScope scope;
    private final KeycloakWiring keycloak;
    private final Grants grants;

    @Inject
    Onboarding(Tenants tenants, TenantScope scope, KeycloakWiring keycloak, Grants grants) {
        this.tenants = tenants;
        this.scope = scope;
        this.keycloak = keycloak;
        this.grants = grants;
    }

    TenantJson onboard(TenantInput wanted, String actor) {
        KeycloakDirectory directory = keycloak.directory();
        Tenants.Tenant tenant = tenants.onboard(
                wanted.alias(),
                wanted.name(),
                wanted.timeZone(),
                wanted.localeOrDefault(),
                wanted.outOfStockOrDefault());
        directory.ensureTenant(wanted.alias(), wanted.name(), wanted.domainOrAdmins());
        directory.ensurePerson(wanted.alias(), wanted.admin().person(true));
        for (TenantInput.PersonInput person : wanted.peopleOrNone()) {
            directory.ensurePerson(wanted.alias(), person.person(false));
        }
        return new TenantJson(
                tenant.id().value(),
                tenant.alias(),
                tenant.name(),
                tenant.zone().getId(),
                tenant.locale(),
                clients(directory, tenant, wanted.clientsOrNone(), actor));
    }

    private List<TenantJson.Client> clients(
            KeycloakDirectory directory, Tenants.Tenant tenant, List<TenantInput.ClientInput> wanted, String actor) {
        List<TenantJson.Client> made = new ArrayList<>();
        for (TenantInput.ClientInput client : wanted) {
            String secret = directory.ensurePartnerClient(client.clientId(), client.secret(), client.clientId());
            scope.run(tenant.id(), () -> tenants.grant(client.clientId(), client.scopes(), actor));
            made.add(new TenantJson.Client(client.clientId(), secret, client.scopes()));
        }
        grants.forget();
        return made;
    }
}

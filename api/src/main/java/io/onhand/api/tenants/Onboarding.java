package io.onhand.api.tenants;

import io.onhand.api.http.Grants;
import io.onhand.tenant.TenantScope;
import io.onhand.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a tenant with all that belongs to it, here and in Keycloak. What can be refused is refused before anything is made;
 * each step then makes only what is missing, so that the whole can be repeated after a failure at any step.
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
        wanted.clients().forEach(client -> Tenants.requireScopes(client.value().scopes(), client.field() + ".scopes"));
        directory.refuseImpossible(wanted);
        Tenants.Tenant tenant = tenants.onboard(
                wanted.alias(),
                wanted.name(),
                wanted.timeZone(),
                wanted.localeOrDefault(),
                wanted.outOfStockOrDefault());
        directory.ensureTenant(wanted);
        return new TenantJson(
                tenant.id().value(),
                tenant.alias(),
                tenant.name(),
                tenant.zone().getId(),
                tenant.locale(),
                clients(directory, tenant, wanted, actor));
    }

    private List<TenantJson.Client> clients(
            KeycloakDirectory directory, Tenants.Tenant tenant, TenantInput wanted, String actor) {
        List<TenantJson.Client> made = new ArrayList<>();
        for (TenantInput.Named<TenantInput.ClientInput> named : wanted.clients()) {
            TenantInput.ClientInput client = named.value();
            String secret = directory.ensurePartnerClient(named);
            scope.run(tenant.id(), () -> tenants.grant(client.clientId(), client.scopes(), actor));
            made.add(new TenantJson.Client(client.clientId(), secret, client.scopes()));
        }
        grants.forget();
        return made;
    }
}

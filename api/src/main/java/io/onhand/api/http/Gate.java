package io.onhand.api.http;

import io.onhand.tenant.Tenants.Grant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides whom a request may work for. The token proves the client only; the tenant and the scopes are what merchants
 * granted to that client.
 */
@Singleton
class Gate {
    /** Tenants that a refusal names. */
    private static final int MOST_NAMED = 20;

    private final Grants grants;

    @Inject
    Gate(Grants grants) {
        this.grants = grants;
    }

    /** The caller, when the token's client holds the scope at the wanted tenant. */
    Caller partner(Token token, String wantedAlias, String scope) {
        String client = client(token);
        Grant grant = choose(grants.of(client), client, wantedAlias);
        if (!scope.equals(Scope.ANY) && !grant.scopes().contains(scope)) {
            throw HttpRefusal.of(
                    403,
                    "scope-missing",
                    "The tenant " + grant.alias() + " has not granted " + scope + " to client " + client);
        }
        return new Caller(client, grant.tenant(), grant.alias());
    }

    /** The caller, when the token carries the operator's role. */
    Caller operator(Token token) {
        if (!token.groups().contains(PlatformOperator.ROLE)) {
            throw HttpRefusal.of(403, "role-missing", "This needs the role " + PlatformOperator.ROLE);
        }
        return new Caller(client(token), null, null);
    }

    private static String client(Token token) {
        if (token.client() == null) {
            throw HttpRefusal.of(403, "client-missing", "The token names no client: it has neither azp nor client_id");
        }
        return token.client();
    }

    private static String some(List<Grant> granted) {
        String aliases = granted.stream().map(Grant::alias).limit(MOST_NAMED).collect(Collectors.joining(", "));
        return granted.size() > MOST_NAMED ? aliases + " …" : aliases;
    }

    private static Grant choose(List<Grant> granted, String client, String wantedAlias) {
        if (granted.isEmpty()) {
            throw HttpRefusal.of(403, "no-grant", "No tenant has granted anything to client " + client);
        }
        if (wantedAlias != null) {
            return granted.stream()
                    .filter(grant -> grant.alias().equals(wantedAlias))
                    .findFirst()
                    .orElseThrow(() -> HttpRefusal.of(
                            403, "tenant-not-granted", "Client " + client + " has no grant of that tenant"));
        }
        if (granted.size() > 1) {
            throw HttpRefusal.malformed(
                    "tenant-required",
                    CallerFilter.TENANT,
                    "Client " + client + " works for several tenants; say which in the header " + CallerFilter.TENANT
                            + ": " + some(granted));
        }
        return granted.get(0);
    }
}

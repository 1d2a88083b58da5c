package io.onhand.api.tenants;

import io.onhand.api.http.Grants;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.PlatformOperator;
import io.onhand.api.http.Scope;
import io.onhand.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tenants: onboarding, and whom a token works for. */
@Path("tenants")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "tenants")
public class TenantResource {
    @Inject
    PartnerCall call;

    @Inject
    Onboarding onboarding;

    @Inject
    Grants grants;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PlatformOperator
    @Operation(
            operationId = "onboardTenant",
            summary = "Onboard a tenant",
            description =
                    "For clients with the realm role `platform-operator`. Makes the tenant, its organization and group in Keycloak, its people and its partner clients with their grants. Makes only what is missing: repeat it after a failure, or to add people and clients.")
    @APIResponse(
            responseCode = "200",
            description = "The tenant, with the secrets of its partner clients",
            content = @Content(schema = @Schema(implementation = TenantJson.class)))
    public Response onboard(TenantInput wanted) {
        return Response.ok(onboarding.onboard(wanted, call.actor())).build();
    }

    @GET
    @Path("current")
    @Scope(Scope.ANY)
    @Operation(
            operationId = "getCurrentTenant",
            summary = "Whom does this token work for?",
            description = "Any scope. Tells the tenant and what it granted.")
    @APIResponse(
            responseCode = "200",
            description = "The client, its tenant and its scopes",
            content = @Content(schema = @Schema(implementation = CallerJson.class)))
    public Response current() {
        List<String> scopes = grants.of(call.client()).stream()
                .filter(grant -> grant.alias().equals(call.tenantAlias()))
                .map(Tenants.Grant::scopes)
                .flatMap(granted -> granted.stream().sorted())
                .toList();
        return Response.ok(new CallerJson(call.client(), call.tenantAlias(), scopes))
                .build();
    }
}

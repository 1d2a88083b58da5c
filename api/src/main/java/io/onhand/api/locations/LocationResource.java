package io.onhand.api.locations;

import io.onhand.api.http.Answer;
import io.onhand.api.http.Pages;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Query;
import io.onhand.api.http.Scope;
import io.onhand.api.http.Versions;
import io.onhand.location.Location;
import io.onhand.location.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Locations by the merchant's code. */
@Path("locations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "locations")
public class LocationResource {
    @Inject
    PartnerCall call;

    @Inject
    Locations locations;

    @GET
    @Scope("locations:read")
    @Operation(operationId = "listLocations", summary = "List locations", description = "Scope `locations:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, in the order of codes",
            content = @Content(schema = @Schema(implementation = LocationPage.class)))
    public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = Pages.limit(limit);
        String after = Pages.byText(cursor);
        return call.look(() -> Answer.ok(LocationPage.of(locations.list(after, size))));
    }

    @GET
    @Path("{code: .+}")
    @Scope("locations:read")
    @Operation(operationId = "getLocation", summary = "Read a location", description = "Scope `locations:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The location; its version is the ETag",
            content = @Content(schema = @Schema(implementation = LocationJson.class)))
    public Response get(@PathParam("code") String code) {
        String wanted = Query.text("code", code);
        return call.look(() -> answer(locations.get(wanted)));
    }

    @PUT
    @Path("{code: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("locations:write")
    @Operation(
            operationId = "putLocation",
            summary = "Make a location or change it",
            description =
                    "Scope `locations:write`. Repeatable. With `If-Match` it changes that version only (412 otherwise).")
    @APIResponse(
            responseCode = "200",
            description = "The location as it is now",
            content = @Content(schema = @Schema(implementation = LocationJson.class)))
    public Response put(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, LocationInput wanted) {
        Location location = wanted.named(Query.text("code", code));
        return call.answer(() -> answer(locations.save(location, Versions.expected(ifMatch))));
    }

    private static Answer answer(Location location) {
        return Answer.ok(LocationJson.of(location)).version(location.version());
    }
}

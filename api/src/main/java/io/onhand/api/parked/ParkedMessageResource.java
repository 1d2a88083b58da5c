package io.onhand.api.parked;

import io.onhand.api.http.Answer;
import io.onhand.api.http.Pages;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Scope;
import io.onhand.relay.ParkedMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Parked messages: look, try again, give up. */
@Path("parked-messages")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "parked-messages")
public class ParkedMessageResource {
    @Inject
    PartnerCall call;

    @Inject
    ParkedMessages parked;

    @GET
    @Scope("relay:write")
    @Operation(
            operationId = "listParkedMessages",
            summary = "List parked messages",
            description = "Scope `relay:write`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, newest first",
            content = @Content(schema = @Schema(implementation = ParkedMessagePage.class)))
    public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = Pages.limit(limit);
        String from = Pages.byTime(cursor);
        return call.look(() -> Answer.ok(ParkedMessagePage.of(parked.list(from, size))));
    }

    @POST
    @Path("{id}/replay")
    @Scope("relay:write")
    @Operation(
            operationId = "replayParkedMessage",
            summary = "Try a parked message again",
            description = "Scope `relay:write`. It starts at its first attempt.")
    @APIResponse(responseCode = "204", description = "It will be tried at once")
    public Response replay(@PathParam("id") UUID id) {
        return call.once(() -> {
            parked.replay(id);
            return Answer.none();
        });
    }

    @DELETE
    @Path("{id}")
    @Scope("relay:write")
    @Operation(
            operationId = "dropParkedMessage",
            summary = "Give a parked message up for good",
            description = "Scope `relay:write`.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Response drop(@PathParam("id") UUID id) {
        return call.answer(() -> {
            parked.drop(id);
            return Answer.none();
        });
    }
}

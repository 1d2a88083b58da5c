package io.onhand.api.channels;

import io.onhand.api.http.Answer;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Scope;
import io.onhand.channel.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What channels can be connected with. */
@Path("connectors")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "channels")
public class ConnectorResource {
    @Inject
    PartnerCall call;

    @Inject
    Channels channels;

    @GET
    @Scope("channels:read")
    @Operation(
            operationId = "listConnectors",
            summary = "List connectors",
            description = "Scope `channels:read`. Tells the settings that `POST /channels` takes.")
    @APIResponse(
            responseCode = "200",
            description = "All connectors",
            content = @Content(schema = @Schema(implementation = ConnectorList.class)))
    public Response list() {
        return call.look(() -> Answer.ok(new ConnectorList(
                channels.connectors().values().stream().map(ConnectorJson::of).toList())));
    }
}

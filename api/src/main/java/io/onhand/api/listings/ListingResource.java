package io.onhand.api.listings;

import io.onhand.api.http.Answer;
import io.onhand.api.http.Pages;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Query;
import io.onhand.api.http.Scope;
import io.onhand.channel.Channels;
import io.onhand.channel.Listing;
import io.onhand.channel.Listings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Listings: read, link in batches or one by one, unlink. */
@Path("listings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "listings")
public class ListingResource {
    @Inject
    PartnerCall call;

    @Inject
    Channels channels;

    @Inject
    Listings listings;

    @GET
    @Scope("channels:read")
    @Operation(operationId = "listListings", summary = "List listings", description = "Scope `channels:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, newest first",
            content = @Content(schema = @Schema(implementation = ListingPage.class)))
    public Response list(
            @Parameter(
                            description = "Of this channel only",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("channel")
                    String channel,
            @Parameter(
                            description = "`true`: those only that wait to be linked",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("waiting")
                    String waiting,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        UUID ofChannel = Query.id("channel", channel);
        boolean waitingOnly = Query.flag("waiting", waiting);
        int size = Pages.limit(limit);
        String from = Pages.byTime(cursor);
        return call.look(() -> Answer.ok(ListingPage.of(listings.list(ofChannel, waitingOnly, from, size))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("channels:write")
    @Operation(
            operationId = "saveListings",
            summary = "Make listings of a channel or link them anew",
            description = "Scope `channels:write`. Repeatable. At most 500, taken together or not at all.")
    @APIResponse(
            responseCode = "200",
            description = "All are linked",
            content = @Content(schema = @Schema(implementation = ListingBatchResult.class)))
    public Response save(ListingBatch batch) {
        batch.refuseTwice();
        return call.once(() -> {
            channels.get(batch.channelId());
            listings.save(
                    batch.channelId(),
                    batch.listings().stream().map(ListingInput::draft).toList(),
                    call.actor());
            return Answer.ok(new ListingBatchResult(batch.listings().size()));
        });
    }

    @GET
    @Path("{id}")
    @Scope("channels:read")
    @Operation(operationId = "getListing", summary = "Read a listing", description = "Scope `channels:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The listing; its version is the ETag",
            content = @Content(schema = @Schema(implementation = ListingJson.class)))
    public Response get(@PathParam("id") UUID id) {
        return call.look(() -> answer(listings.get(id)));
    }

    @PUT
    @Path("{id}/link")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("channels:write")
    @Operation(
            operationId = "linkListing",
            summary = "Link a listing to a SKU",
            description = "Scope `channels:write`. Orders that waited for the link flow by themselves.")
    @APIResponse(
            responseCode = "200",
            description = "The listing as it is now",
            content = @Content(schema = @Schema(implementation = ListingJson.class)))
    public Response link(@PathParam("id") UUID id, LinkInput wanted) {
        return call.answer(() -> answer(listings.link(id, wanted.skuCode(), call.actor())));
    }

    @DELETE
    @Path("{id}/link")
    @Scope("channels:write")
    @Operation(
            operationId = "unlinkListing",
            summary = "Take a listing's link away",
            description = "Scope `channels:write`. The channel is no longer told; new orders of the listing wait.")
    @APIResponse(
            responseCode = "200",
            description = "The listing as it is now",
            content = @Content(schema = @Schema(implementation = ListingJson.class)))
    public Response unlink(@PathParam("id") UUID id) {
        return call.answer(() -> answer(listings.unlink(id)));
    }

    private static Answer answer(Listing listing) {
        return Answer.ok(ListingJson.of(listing)).version(listing.version());
    }
}

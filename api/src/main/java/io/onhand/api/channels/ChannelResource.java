package io.onhand.api.channels;

import io.onhand.api.http.Answer;
import io.onhand.api.http.Pages;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Scope;
import io.onhand.api.http.Versions;
import io.onhand.channel.Channel;
import io.onhand.channel.ChannelPolicy;
import io.onhand.channel.Channels;
import io.onhand.location.Locations;
import io.onhand.tenant.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Channels: connect, read, change, pause, resume, and their policies. */
@Path("channels")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "channels")
public class ChannelResource {
    @Inject
    PartnerCall call;

    @Inject
    Channels channels;

    @Inject
    Locations locations;

    @GET
    @Scope("channels:read")
    @Operation(operationId = "listChannels", summary = "List channels", description = "Scope `channels:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, in the order of names",
            content = @Content(schema = @Schema(implementation = ChannelPage.class)))
    public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = Pages.limit(limit);
        String after = Pages.byText(cursor);
        return call.look(() -> {
            Page<Channel> page = channels.list(after, size);
            Function<UUID, String> codes = codes();
            return Answer.ok(new ChannelPage(
                    page.items().stream()
                            .map(channel -> ChannelJson.of(channel, codes))
                            .toList(),
                    Pages.next(page)));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("channels:write")
    @Operation(
            operationId = "connectChannel",
            summary = "Connect a channel",
            description = "Scope `channels:write`. Names are unique: a second channel of a name is 409.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ChannelInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "sandbox",
                                            value =
                                                    "{\"connector\":\"sandbox\",\"name\":\"Mall 01\",\"settings\":{\"url\":\"http://localhost:8090\",\"shop\":\"shop01\",\"clientSecret\":\"shop01-secret\",\"webhookSecret\":\"whsec_c2hvcDAx\"},\"policy\":{\"network\":[\"SEOUL\"],\"bufferUnits\":1}}")))
    @APIResponse(
            responseCode = "201",
            description = "The channel; Location says where it is",
            content = @Content(schema = @Schema(implementation = ChannelJson.class)))
    public Response connect(ChannelInput wanted) {
        return call.once(() -> {
            ChannelPolicy policy = wanted.policy().wanted(locations, "policy.");
            Channel channel =
                    channels.connect(wanted.connector(), wanted.name(), wanted.settingsOrNone(), policy, call.actor());
            return Answer.created(ChannelJson.of(channel, codes()), "channels/" + channel.id())
                    .version(channel.version());
        });
    }

    @GET
    @Path("{id}")
    @Scope("channels:read")
    @Operation(operationId = "getChannel", summary = "Read a channel", description = "Scope `channels:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The channel; its version is the ETag",
            content = @Content(schema = @Schema(implementation = ChannelJson.class)))
    public Response get(@PathParam("id") UUID id) {
        return call.look(() -> answer(channels.get(id)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("channels:write")
    @Operation(
            operationId = "putChannel",
            summary = "Change a channel's name and settings",
            description =
                    "Scope `channels:write`. Settings replace those that were there; a secret that is not named stays. With `If-Match` it changes that version only.")
    @APIResponse(
            responseCode = "200",
            description = "The channel as it is now",
            content = @Content(schema = @Schema(implementation = ChannelJson.class)))
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ChannelChange wanted) {
        Long expected = Versions.expected(ifMatch);
        return call.answer(() -> answer(channels.change(id, wanted.name(), wanted.settingsOrNone(), expected)));
    }

    @PUT
    @Path("{id}/policy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("channels:write")
    @Operation(
            operationId = "putChannelPolicy",
            summary = "Give a channel a new policy",
            description =
                    "Scope `channels:write`. Makes a new version of the policy and tells the channel what changed. With `If-Match` it changes that version of the channel only.")
    @APIResponse(
            responseCode = "200",
            description = "The channel as it is now",
            content = @Content(schema = @Schema(implementation = ChannelJson.class)))
    public Response policy(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, PolicyJson wanted) {
        Long expected = Versions.expected(ifMatch);
        return call.answer(() -> answer(channels.setPolicy(id, wanted.wanted(locations, ""), expected, call.actor())));
    }

    @POST
    @Path("{id}/pause")
    @Scope("channels:write")
    @Operation(
            operationId = "pauseChannel",
            summary = "Stop telling and polling a channel",
            description = "Scope `channels:write`. Orders by webhook and file still come in: they are sold already.")
    @APIResponse(
            responseCode = "200",
            description = "The channel as it is now",
            content = @Content(schema = @Schema(implementation = ChannelJson.class)))
    public Response pause(@PathParam("id") UUID id) {
        return call.once(() -> answer(channels.pause(id)));
    }

    @POST
    @Path("{id}/resume")
    @Scope("channels:write")
    @Operation(
            operationId = "resumeChannel",
            summary = "Take a paused channel up again",
            description = "Scope `channels:write`. It is told everything anew.")
    @APIResponse(
            responseCode = "200",
            description = "The channel as it is now",
            content = @Content(schema = @Schema(implementation = ChannelJson.class)))
    public Response resume(@PathParam("id") UUID id) {
        return call.once(() -> answer(channels.resume(id)));
    }

    private Answer answer(Channel channel) {
        return Answer.ok(ChannelJson.of(channel, codes())).version(channel.version());
    }

    /** Codes of locations, each read once. */
    private Function<UUID, String> codes() {
        Map<UUID, String> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, unknown -> locations.get(unknown).code());
    }
}

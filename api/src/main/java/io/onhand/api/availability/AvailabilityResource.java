package io.onhand.api.availability;

import io.onhand.api.http.Answer;
import io.onhand.api.http.HttpRefusal;
import io.onhand.api.http.Limits;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Query;
import io.onhand.api.http.Scope;
import io.onhand.catalog.Catalog;
import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.refusal.Refusal;
import io.onhand.stock.Availability;
import io.onhand.tenant.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What channels may sell now. */
@Path("availability")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "availability")
public class AvailabilityResource {
    /** Most SKUs in one question. */
    static final int MOST_SKUS = 100;

    @Inject
    PartnerCall call;

    @Inject
    Catalog catalog;

    @Inject
    Channels channels;

    @Inject
    Availability availability;

    @GET
    @Path("{sku: .+}")
    @Scope("stock:read")
    @Operation(
            operationId = "getAvailability",
            summary = "What may one channel sell of one SKU?",
            description = "Scope `stock:read`. With `explain=true` every part of the number is shown.")
    @APIResponse(
            responseCode = "200",
            description = "The number, as it is now",
            content = @Content(schema = @Schema(implementation = AvailabilityJson.class)))
    public Response one(
            @PathParam("sku") String sku,
            @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("channel")
                    String channel,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @QueryParam("explain")
                    String explain) {
        String code = Query.text("sku", sku);
        UUID ofChannel = Query.requiredId("channel", channel);
        boolean explained = Query.flag("explain", explain);
        return call.answer(() -> {
            UUID id = catalog.idsOf(List.of(code)).get(code);
            if (id == null) {
                throw Refusal.notFound("sku", code);
            }
            return Answer.ok(
                    explained
                            ? AvailabilityJson.of(code, availability.explain(ofChannel, id))
                            : AvailabilityJson.of(code, answer(ofChannel, id)));
        });
    }

    @GET
    @Scope("stock:read")
    @Operation(
            operationId = "listAvailability",
            summary = "What may channels sell of several SKUs?",
            description = "Scope `stock:read`. At most 100 SKUs; of one channel, or of all when none is named.")
    @APIResponse(
            responseCode = "200",
            description = "The numbers, as they are now, by SKU",
            content = @Content(schema = @Schema(implementation = AvailabilityList.class)))
    public Response many(
            @Parameter(
                            required = true,
                            description = "Code of a SKU; repeat it for more, at most 100",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
                    @QueryParam("sku")
                    List<String> skus,
            @Parameter(
                            description = "Of this channel only",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("channel")
                    String channel) {
        List<String> codes = codes(skus);
        UUID ofChannel = Query.id("channel", channel);
        return call.answer(() -> Answer.ok(many(codes, ofChannel == null ? allChannels() : List.of(one(ofChannel)))));
    }

    private AvailabilityList many(List<String> codes, List<UUID> ofChannels) {
        Map<String, UUID> ids = catalog.idsOf(codes);
        Map<UUID, String> names = new HashMap<>();
        ids.forEach((code, id) -> names.put(id, code));
        List<Availability.Question> questions = new ArrayList<>();
        for (UUID sku : names.keySet()) {
            for (UUID channel : ofChannels) {
                questions.add(new Availability.Question(channel, sku));
            }
        }
        return new AvailabilityList(
                availability.of(questions).stream()
                        .map(answer -> AvailabilityJson.of(names.get(answer.sku()), answer))
                        .sorted(Comparator.comparing(AvailabilityJson::sku).thenComparing(AvailabilityJson::channelId))
                        .toList(),
                codes.stream().filter(code -> !ids.containsKey(code)).toList());
    }

    private Availability.Answer answer(UUID channel, UUID sku) {
        List<Availability.Answer> answers = availability.of(List.of(new Availability.Question(channel, sku)));
        if (answers.isEmpty()) {
            throw Refusal.notFound("channel", channel);
        }
        return answers.get(0);
    }

    private UUID one(UUID channel) {
        return channels.get(channel).id();
    }

    private List<UUID> allChannels() {
        List<UUID> all = new ArrayList<>();
        Page<Channel> page = channels.list(null, Limits.PAGE_ITEMS);
        page.items().forEach(channel -> all.add(channel.id()));
        while (page.next() != null) {
            page = channels.list(page.next(), Limits.PAGE_ITEMS);
            page.items().forEach(channel -> all.add(channel.id()));
        }
        return all;
    }

    private static List<String> codes(List<String> skus) {
        if (skus.isEmpty() || skus.size() > MOST_SKUS) {
            throw HttpRefusal.malformed("parameter-missing", "sku", "Name 1 to " + MOST_SKUS + " SKUs as sku=…");
        }
        return skus.stream().distinct().map(code -> Query.required("sku", code)).toList();
    }
}

package io.onhand.api.availability;

import io.onhand.api.http.Answer;
import io.onhand.api.http.HttpRefusal;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Query;
import io.onhand.api.http.Scope;
import io.onhand.catalog.Catalog;
import io.onhand.refusal.Refusal;
import io.onhand.stock.Availability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
        return call.look(() -> Answer.ok(explained ? explain(code, ofChannel) : one(code, ofChannel)));
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
        return call.look(() -> {
            Map<String, List<Availability.Answer>> answers = availability.of(codes, ofChannel);
            return Answer.ok(new AvailabilityList(
                    answers.entrySet().stream()
                            .flatMap(ofSku -> ofSku.getValue().stream()
                                    .map(answer -> AvailabilityJson.of(ofSku.getKey(), answer)))
                            .toList(),
                    codes.stream().filter(code -> !answers.containsKey(code)).toList()));
        });
    }

    private AvailabilityJson one(String code, UUID channel) {
        List<Availability.Answer> answers =
                availability.of(List.of(code), channel).get(code);
        if (answers == null) {
            throw Refusal.notFound("sku", code);
        }
        return AvailabilityJson.of(code, answers.get(0));
    }

    private AvailabilityJson explain(String code, UUID channel) {
        UUID id = catalog.idsOf(List.of(code)).get(code);
        if (id == null) {
            throw Refusal.notFound("sku", code);
        }
        return AvailabilityJson.of(code, availability.explain(channel, id));
    }

    private static List<String> codes(List<String> skus) {
        if (skus.isEmpty() || skus.size() > MOST_SKUS) {
            throw HttpRefusal.malformed("parameter-missing", "sku", "Name 1 to " + MOST_SKUS + " SKUs as sku=…");
        }
        return skus.stream().distinct().map(code -> Query.required("sku", code)).toList();
    }
}

package io.onhand.api.skus;

import io.onhand.api.http.Answer;
import io.onhand.api.http.Pages;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Query;
import io.onhand.api.http.Scope;
import io.onhand.api.http.Versions;
import io.onhand.catalog.Catalog;
import io.onhand.catalog.Sku;
import io.onhand.catalog.SkuDraft;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** SKUs by the merchant's code. */
@Path("skus")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "skus")
public class SkuResource {
    @Inject
    PartnerCall call;

    @Inject
    Catalog catalog;

    @GET
    @Scope("skus:read")
    @Operation(operationId = "listSkus", summary = "List SKUs", description = "Scope `skus:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, in the order of codes",
            content = @Content(schema = @Schema(implementation = SkuPage.class)))
    public Response list(
            @Parameter(description = "Start of a code, a name or an identifier's value") @QueryParam("search")
                    String search,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int size = Pages.limit(limit);
        String after = Pages.byText(cursor);
        String start = Query.text("search", search);
        return call.look(() -> Answer.ok(SkuPage.of(catalog.list(start, after, size))));
    }

    @GET
    @Path("{code: .+}")
    @Scope("skus:read")
    @Operation(operationId = "getSku", summary = "Read a SKU", description = "Scope `skus:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The SKU; its version is the ETag",
            content = @Content(schema = @Schema(implementation = SkuJson.class)))
    public Response get(@PathParam("code") String code) {
        String wanted = Query.text("code", code);
        return call.look(() -> answer(catalog.get(wanted)));
    }

    @PUT
    @Path("{code: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("skus:write")
    @Operation(
            operationId = "putSku",
            summary = "Make a SKU or change it",
            description =
                    "Scope `skus:write`. Repeatable. Identifiers and components replace those that were there. With `If-Match` it changes that version only (412 otherwise).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SkuInput.class),
                            examples = {
                                @ExampleObject(
                                        name = "plain",
                                        value =
                                                "{\"name\":\"Wool cap\",\"identifiers\":[{\"type\":\"ean13\",\"value\":\"8801234567893\"}]}"),
                                @ExampleObject(
                                        name = "bundle",
                                        value =
                                                "{\"name\":\"Gift set\",\"components\":[{\"code\":\"MUG-BLK\",\"quantity\":1},{\"code\":\"CAP-09\",\"quantity\":1}]}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The SKU as it is now",
            content = @Content(schema = @Schema(implementation = SkuJson.class)))
    public Response put(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, SkuInput wanted) {
        SkuDraft draft = wanted.named(Query.text("code", code));
        return call.answer(() -> answer(catalog.save(draft, Versions.expected(ifMatch))));
    }

    private static Answer answer(Sku sku) {
        return Answer.ok(SkuJson.of(sku)).version(sku.version());
    }
}

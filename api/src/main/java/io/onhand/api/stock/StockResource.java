package io.onhand.api.stock;

import io.onhand.api.http.Answer;
import io.onhand.api.http.EachAlone;
import io.onhand.api.http.Pages;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Query;
import io.onhand.api.http.Scope;
import io.onhand.catalog.Catalog;
import io.onhand.location.Locations;
import io.onhand.refusal.Refusal;
import io.onhand.stock.Stock;
import io.onhand.stock.StockSearch;
import io.onhand.tenant.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Levels: tell what is on hand, adjust it, keep some out of sale. */
@Path("stock")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "stock")
public class StockResource {
    @Inject
    PartnerCall call;

    @Inject
    Stock stock;

    @Inject
    StockSearch search;

    @Inject
    Catalog catalog;

    @Inject
    Locations locations;

    @GET
    @Path("levels")
    @Scope("stock:read")
    @Operation(operationId = "listLevels", summary = "List SKUs with their units", description = "Scope `stock:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, in the order of codes",
            content = @Content(schema = @Schema(implementation = SkuStockPage.class)))
    public Response list(
            @Parameter(description = "Start of a code, a name or an identifier's value") @QueryParam("search")
                    String start,
            @Parameter(description = "Code of a location: count its units only") @QueryParam("location")
                    String location,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        String wanted = Query.text("search", start);
        String at = Query.text("location", location);
        int size = Pages.limit(limit);
        String after = Pages.byText(cursor);
        return call.look(() -> Answer.ok(page(wanted, at, after, size)));
    }

    @GET
    @Path("levels/{sku: .+}")
    @Scope("stock:read")
    @Operation(
            operationId = "getLevels",
            summary = "Read the levels of one SKU",
            description = "Scope `stock:read`. A bundle has none.")
    @APIResponse(
            responseCode = "200",
            description = "One level for each location that ever had the SKU",
            content = @Content(schema = @Schema(implementation = LevelList.class)))
    public Response levels(@PathParam("sku") String sku) {
        String code = Query.text("sku", sku);
        return call.look(() -> Answer.ok(LevelList.of(search.levels(id(code)))));
    }

    @GET
    @Path("movements/{sku: .+}")
    @Scope("stock:read")
    @Operation(
            operationId = "listMovements",
            summary = "Read the ledger of one SKU",
            description = "Scope `stock:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, the newest first",
            content = @Content(schema = @Schema(implementation = MovementPage.class)))
    public Response movements(
            @PathParam("sku") String sku, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        String code = Query.text("sku", sku);
        int size = Pages.limit(limit);
        String from = Pages.byTime(cursor);
        return call.look(() -> Answer.ok(MovementPage.of(search.movements(id(code), from, size))));
    }

    @POST
    @Path("levels")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("stock:write")
    @Operation(
            operationId = "setLevels",
            summary = "Tell what is on hand",
            description =
                    "Scope `stock:write`. Absolute numbers, at most 500, each decided alone. `asOf` says when a number was true: what moved since is added to it. `expected` makes it a compare-and-set.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = CountBatch.class),
                            examples =
                                    @ExampleObject(
                                            name = "count",
                                            value =
                                                    "{\"levels\":[{\"sku\":\"MUG-BLK\",\"location\":\"SEOUL\",\"quantity\":5,\"asOf\":\"2026-11-21T09:30:00+09:00\",\"reason\":\"count\"}]}")))
    @APIResponse(
            responseCode = "200",
            description = "A result for each item, in the order of the request",
            content = @Content(schema = @Schema(implementation = StockResults.class)))
    public Response setLevels(CountBatch batch) {
        return call.once(() -> Answer.ok(StockResults.of(EachAlone.results(
                batch.levels(),
                (index, item, problem) ->
                        StockResultJson.refused(index, item.id(), item.sku(), item.location(), problem),
                sound -> stock.set(sound.stream().map(CountInput::count).toList(), call.actor()),
                StockResultJson::of))));
    }

    @POST
    @Path("adjustments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("stock:write")
    @Operation(
            operationId = "adjustStock",
            summary = "Add or take units",
            description = "Scope `stock:write`. Differences with a reason, at most 500, each decided alone.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AdjustmentBatch.class),
                            examples =
                                    @ExampleObject(
                                            name = "damaged",
                                            value =
                                                    "{\"adjustments\":[{\"sku\":\"MUG-BLK\",\"location\":\"SEOUL\",\"delta\":-1,\"reason\":\"damaged\"}]}")))
    @APIResponse(
            responseCode = "200",
            description = "A result for each item, in the order of the request",
            content = @Content(schema = @Schema(implementation = StockResults.class)))
    public Response adjust(AdjustmentBatch batch) {
        return call.once(() -> Answer.ok(StockResults.of(EachAlone.results(
                batch.adjustments(),
                (index, item, problem) ->
                        StockResultJson.refused(index, item.id(), item.sku(), item.location(), problem),
                sound -> stock.adjust(
                        sound.stream().map(AdjustmentInput::adjustment).toList(), call.actor()),
                StockResultJson::of))));
    }

    @PUT
    @Path("safety-stock")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("stock:write")
    @Operation(
            operationId = "putSafetyStock",
            summary = "Keep units out of sale",
            description = "Scope `stock:write`. For one SKU at one location; 0 keeps none.")
    @APIResponse(responseCode = "204", description = "It counts from now on")
    public Response safetyStock(SafetyStockInput wanted) {
        return call.answer(() -> {
            stock.keepSafety(wanted.sku(), wanted.location(), wanted.quantity());
            return Answer.none();
        });
    }

    private SkuStockPage page(String start, String location, String after, int limit) {
        UUID at = location == null ? null : locations.get(location).id();
        Page<StockSearch.StockRow> page = search.list(start, at, after, limit);
        Map<UUID, List<StockSearch.LevelRow>> levels =
                search
                        .levels(page.items().stream()
                                .map(StockSearch.StockRow::skuId)
                                .toList())
                        .stream()
                        .filter(level -> at == null || level.locationId().equals(at))
                        .collect(Collectors.groupingBy(StockSearch.LevelRow::skuId));
        return new SkuStockPage(
                page.items().stream()
                        .map(row -> SkuStockJson.of(row, levels.getOrDefault(row.skuId(), List.of())))
                        .toList(),
                Pages.next(page));
    }

    private UUID id(String code) {
        UUID id = catalog.idsOf(List.of(code)).get(code);
        if (id == null) {
            throw Refusal.notFound("sku", code);
        }
        return id;
    }
}

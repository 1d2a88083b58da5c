package io.onhand.api.orders;

import io.onhand.api.http.Answer;
import io.onhand.api.http.EachAlone;
import io.onhand.api.http.Pages;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Query;
import io.onhand.api.http.Scope;
import io.onhand.api.http.SharedWork;
import io.onhand.api.http.Together;
import io.onhand.api.http.Versions;
import io.onhand.order.Accepted;
import io.onhand.order.Cancellations;
import io.onhand.order.OrderDraft;
import io.onhand.order.OrderSearch;
import io.onhand.order.OrderState;
import io.onhand.order.Orders;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders: accept, read, cancel. */
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "orders")
public class OrderResource {
    private static final List<String> STATES =
            Arrays.stream(OrderState.values()).map(OrderState::code).toList();

    /** Most orders that come at the same moment and share a transaction. */
    private static final int MOST_TOGETHER = 100;

    @Inject
    PartnerCall call;

    @Inject
    Orders orders;

    @Inject
    Cancellations cancellations;

    @Inject
    OrderSearch search;

    @Inject
    SharedWork shared;

    private Together<OrderDraft> accepting;

    @PostConstruct
    void open() {
        accepting = shared.of(MOST_TOGETHER, this::decide);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("orders:write")
    @Operation(
            operationId = "acceptOrder",
            summary = "Accept an order",
            description =
                    "Scope `orders:write`. Idempotent on channel and externalId: the same order again changes nothing (`duplicate`), another content under the same number changes the order that is there (`changed`). Without stock the channel's policy decides.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = OrderInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "one mug",
                                            value =
                                                    "{\"channelId\":\"0198c2a4-8a57-7c3e-b6b1-0f2d6f4f5a10\",\"externalId\":\"20261121-0001\",\"placedAt\":\"2026-11-21T09:30:00+09:00\",\"currency\":\"KRW\",\"lines\":[{\"externalLineId\":\"1\",\"listingId\":\"SP-1001\",\"skuCodes\":[\"MUG-BLK\"],\"quantity\":1,\"unitPriceMinor\":12000}]}")))
    @APIResponse(
            responseCode = "201",
            description = "It is new; Location says where it is",
            content = @Content(schema = @Schema(implementation = AcceptedJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was here already: duplicate or changed",
            content = @Content(schema = @Schema(implementation = AcceptedJson.class)))
    public Response accept(OrderInput order) {
        return call.together(accepting, order.draft(call.actor()));
    }

    private List<Together.Decision> decide(List<OrderDraft> drafts) {
        return orders.accept(drafts).stream()
                .map(accepted -> accepted.refusal() != null
                        ? Together.Decision.of(accepted.refusal())
                        : Together.Decision.of(answer(accepted)))
                .toList();
    }

    private static Answer answer(Accepted accepted) {
        AcceptedJson body = AcceptedJson.of(accepted);
        return accepted.outcome() == Accepted.Outcome.NEW
                ? Answer.created(body, "orders/" + accepted.orderId())
                : Answer.ok(body);
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("orders:write")
    @Operation(
            operationId = "checkOrder",
            summary = "Check how an order is understood",
            description =
                    "Scope `orders:write`. Held to the same rules as an order that is accepted, and answered as it was understood. Stores nothing and looks nothing up, neither the channel nor stock: for those who write an integration.")
    @APIResponse(
            responseCode = "200",
            description = "The order as it was understood",
            content = @Content(schema = @Schema(implementation = OrderInput.class)))
    public Response check(OrderInput order) {
        return Response.ok(order).build();
    }

    @POST
    @Path("batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("orders:write")
    @Operation(
            operationId = "acceptOrders",
            summary = "Accept up to 500 orders",
            description = "Scope `orders:write`. Each is decided alone, in the order of the request.")
    @APIResponse(
            responseCode = "200",
            description = "A result for each order, as in the request",
            content = @Content(schema = @Schema(implementation = OrderResults.class)))
    public Response acceptAll(OrderBatch batch) {
        return call.once(() -> Answer.ok(OrderResults.of(EachAlone.results(
                batch.orders(),
                OrderResultJson::refused,
                sound -> orders.accept(
                        sound.stream().map(order -> order.draft(call.actor())).toList()),
                OrderResultJson::of))));
    }

    @GET
    @Scope("orders:read")
    @Operation(operationId = "listOrders", summary = "List orders", description = "Scope `orders:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, the newest first",
            content = @Content(schema = @Schema(implementation = OrderPage.class)))
    public Response list(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "unmatched",
                                                "backordered",
                                                "held",
                                                "part-shipped",
                                                "shipped",
                                                "cancelled",
                                                "refused",
                                                "undone"
                                            }))
                    @QueryParam("state")
                    String state,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("channel")
                    String channel,
            @Parameter(description = "Start of the channel's order number") @QueryParam("number") String number,
            @Parameter(
                            description = "Accepted at or after",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Accepted before",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("to")
                    String to,
            @Parameter(
                            description = "Brought by this import",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("import")
                    String ofImport,
            @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 200", schema = @Schema(minimum = "1", maximum = "200", defaultValue = "50"))
                    @QueryParam("limit")
                    String limit) {
        String ofState = Query.word("state", state, STATES);
        OrderSearch.Filter filter = new OrderSearch.Filter(
                ofState == null ? null : OrderState.of(ofState),
                Query.id("channel", channel),
                Query.text("number", number),
                Query.time("from", from),
                Query.time("to", to),
                Query.id("import", ofImport));
        int size = Pages.limit(limit);
        String start = Pages.byTime(cursor);
        return call.look(() -> Answer.ok(OrderPage.of(search.list(filter, start, size))));
    }

    @GET
    @Path("{id}")
    @Scope("orders:read")
    @Operation(operationId = "getOrder", summary = "Read an order", description = "Scope `orders:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The order with lines, holds and history; its version is the ETag",
            content = @Content(schema = @Schema(implementation = OrderJson.class)))
    public Response get(@PathParam("id") UUID id) {
        return call.look(() -> answer(id));
    }

    @POST
    @Path("{id}/cancellations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("orders:write")
    @Operation(
            operationId = "cancelOrder",
            summary = "Cancel an order or some units of it",
            description =
                    "Scope `orders:write`. Units that hold nothing go first; held ones go back on sale. With `If-Match` it cancels that version only. Send an Idempotency-Key: the same quantities twice are two cancellations.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = CancelInput.class),
                            examples = {
                                @ExampleObject(name = "everything", value = "{\"reason\":\"changed their mind\"}"),
                                @ExampleObject(
                                        name = "one unit",
                                        value =
                                                "{\"lines\":[{\"lineId\":\"0198c2a4-8a57-7c3e-b6b1-0f2d6f4f5a10\",\"quantity\":1}]}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The order as it is now",
            content = @Content(schema = @Schema(implementation = OrderJson.class)))
    public Response cancel(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, CancelInput wanted) {
        Long expected = Versions.expected(ifMatch);
        return call.once(() -> {
            cancellations.cancel(id, wanted.cancels(), wanted.reason(), expected, call.actor());
            return answer(id);
        });
    }

    private Answer answer(UUID id) {
        OrderSearch.Detail order = search.get(id);
        return Answer.ok(OrderJson.of(order)).version(order.head().version());
    }
}

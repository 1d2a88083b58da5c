package io.onhand.routes.engine;

import io.onhand.canonical.IncomingOrder;
import io.onhand.canonical.StockOffer;
import io.onhand.channel.ConnectorDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/**
 * A connector whose channels live in this process and do as they are told. A message is {@code number listing quantity}; a
 * webhook is proven by the header {@code key}.
 */
final class TestMall implements Connector {
    static final int BATCH = 4;

    private static final ConnectorDescriptor DESCRIPTOR = new ConnectorDescriptor(
            "test-mall",
            "mall",
            Map.of("ko", "시험 몰", "ja", "テストモール", "en", "Test mall"),
            new ConnectorDescriptor.Capabilities(true, true, true, false, true),
            List.of(),
            new ConnectorDescriptor.Limits(BATCH, 1_000, 1_000, 1, 60));

    private final Map<UUID, Map<String, Integer>> quantities = new ConcurrentHashMap<>();
    private final Map<UUID, Deque<Function<StockCall, StockAnswer>>> answers = new ConcurrentHashMap<>();
    private final Map<UUID, List<StockCall>> calls = new ConcurrentHashMap<>();
    private final Map<UUID, Deque<OrdersPage>> pages = new ConcurrentHashMap<>();
    private final Map<UUID, List<String>> cursors = new ConcurrentHashMap<>();

    /** What the channel sells of a listing; null while it was never told. */
    Integer quantity(UUID channel, String listing) {
        return quantities.getOrDefault(channel, Map.of()).get(listing);
    }

    /** The channel counts its own sale down, as marketplaces do. */
    void sells(UUID channel, String listing, int units) {
        quantities.get(channel).merge(listing, -units, Integer::sum);
    }

    /** Listings that the channel was told of, in all its calls. */
    int offers(UUID channel) {
        return calls.getOrDefault(channel, List.of()).stream()
                .mapToInt(call -> call.offers().size())
                .sum();
    }

    /** Calls to the channel so far. */
    int calls(UUID channel) {
        return calls.getOrDefault(channel, List.of()).size();
    }

    List<String> cursors(UUID channel) {
        return List.copyOf(cursors.getOrDefault(channel, List.of()));
    }

    /** The channel's next stock call is answered like this instead of rightly. */
    void answerOnce(UUID channel, Function<StockCall, StockAnswer> answer) {
        answers.computeIfAbsent(channel, id -> new ArrayDeque<>()).add(answer);
    }

    void page(UUID channel, OrdersPage page) {
        pages.computeIfAbsent(channel, id -> new ArrayDeque<>()).add(page);
    }

    static byte[] message(String number, String listing, int quantity) {
        return (number + " " + listing + " " + quantity).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public String verify(Webhook webhook, Map<String, String> settings, Instant now) {
        if (!webhook.header("key").equals("right")) {
            throw new WebhookRefused("The key is wrong");
        }
        return webhook.header("id");
    }

    @Override
    public OrderNews read(byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        int first = text.indexOf(' ');
        int last = text.lastIndexOf(' ');
        if (first < 0 || first == last) {
            throw new UnreadableMessage("order", "must be a number, a listing and a quantity");
        }
        String number = text.substring(0, first);
        String listing = text.substring(first + 1, last);
        return new OrderNews(
                new IncomingOrder(
                        number,
                        Instant.parse("2026-08-03T00:15:30Z"),
                        "KRW",
                        null,
                        null,
                        List.of(new IncomingOrder.Line(
                                "1",
                                listing,
                                List.of(listing),
                                listing,
                                Integer.parseInt(text.substring(last + 1)),
                                0)),
                        null),
                List.of());
    }

    @Override
    public Optional<RoutesBuilder> routes() {
        return Optional.of(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(stockRoute()).process(exchange -> exchange.getMessage()
                        .setBody(tell(exchange.getMessage().getBody(StockCall.class))));
                from(ordersRoute()).process(exchange -> exchange.getMessage()
                        .setBody(ask(exchange.getMessage().getBody(OrdersCall.class))));
            }
        });
    }

    private synchronized StockAnswer tell(StockCall call) {
        calls.computeIfAbsent(call.channel(), id -> new ArrayList<>()).add(call);
        Function<StockCall, StockAnswer> answer =
                answers.getOrDefault(call.channel(), new ArrayDeque<>()).poll();
        return answer == null ? take(call) : answer.apply(call);
    }

    StockAnswer take(StockCall call) {
        List<StockAnswer.Result> results = new ArrayList<>();
        for (StockOffer offer : call.offers()) {
            quantities
                    .computeIfAbsent(call.channel(), id -> new ConcurrentHashMap<>())
                    .put(offer.listingId(), offer.quantity());
            results.add(new StockAnswer.Result(offer.listingId(), StockAnswer.Outcome.TAKEN, null));
        }
        return new StockAnswer(results);
    }

    private synchronized OrdersPage ask(OrdersCall call) {
        cursors.computeIfAbsent(call.channel(), id -> new ArrayList<>()).add(String.valueOf(call.cursor()));
        OrdersPage page = pages.getOrDefault(call.channel(), new ArrayDeque<>()).poll();
        return page == null ? new OrdersPage(List.of(), call.cursor() == null ? "0" : call.cursor(), false) : page;
    }
}

package io.onhand.acceptance.torture.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What all who use the installation were told. Safe for use by many threads. */
public final class Claims {
    private record Key(String channelId, String number) {}

    /** A moment's claims. */
    public record Snapshot(List<OrderClaim> orders, List<StockClaim> stock) {}

    private final Map<Key, OrderClaim> orders = new LinkedHashMap<>();
    private final List<StockClaim> stock = new ArrayList<>();

    /** An order is about to be sent for the first time. */
    public synchronized void sending(OrderClaim order) {
        orders.putIfAbsent(new Key(order.channelId(), order.number()), order);
    }

    /** It was answered that the order is here. */
    public void acknowledged(String channelId, String number) {
        change(channelId, number, OrderClaim::answered);
    }

    /** Its import is undone, or was committed again. */
    public void undone(String channelId, String number, boolean now) {
        change(channelId, number, order -> order.takenBack(now));
    }

    /** Units were cancelled. */
    public void cancelled(String channelId, String number, int units) {
        change(channelId, number, order -> order.cancelledBy(units));
    }

    /** Everything that was open was cancelled. */
    public void emptied(String channelId, String number) {
        change(channelId, number, OrderClaim::cancelledWhole);
    }

    /** Something is asked of the order whose answer is not known yet, or is known now. */
    public void doubtful(String channelId, String number, boolean now) {
        change(channelId, number, order -> order.unanswered(now));
    }

    /** A change of stock was answered. */
    public synchronized void stock(StockClaim claim) {
        stock.add(claim);
    }

    /** Everything that is claimed now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(List.copyOf(orders.values()), List.copyOf(stock));
    }

    private synchronized void change(String channelId, String number, UnaryOperator<OrderClaim> how) {
        orders.computeIfPresent(new Key(channelId, number), (key, order) -> how.apply(order));
    }
}

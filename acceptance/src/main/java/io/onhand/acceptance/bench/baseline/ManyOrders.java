package io.onhand.acceptance.bench.baseline;

import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.load.WrongAnswer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Fifty orders of two lines each in one transaction, set-based, one round trip. */
public final class ManyOrders implements Act {
    /** Orders in a transaction. */
    public static final int ORDERS = 50;

    private static final int LINES = 2;

    private final OrderNumbers numbers = new OrderNumbers();
    private final Connection connection;
    private final PreparedStatement statement;
    private final int skus;

    public ManyOrders(BaselineDatabase database) throws SQLException {
        connection = database.connect();
        statement = connection.prepareStatement("select place_orders(?, ?, ?, ?, ?, ?)");
        skus = database.skus();
    }

    @Override
    public int once() throws SQLException, WrongAnswer {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Long[] ids = new Long[ORDERS];
        Integer[] sold = new Integer[ORDERS * LINES];
        for (int order = 0; order < ORDERS; order++) {
            ids[order] = numbers.next();
            int one = random.nextInt(1, skus);
            sold[LINES * order] = one;
            sold[LINES * order + 1] = random.nextInt(one + 1, skus + 1);
        }
        Integer[] units = new Integer[ORDERS * LINES];
        Arrays.fill(units, 1);
        String[] buyers = new String[ORDERS];
        Arrays.fill(buyers, OneOrder.BUYER);
        String[] addresses = new String[ORDERS];
        Arrays.fill(addresses, OneOrder.SHIP_TO);
        statement.setArray(1, connection.createArrayOf("bigint", ids));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", Arrays.stream(ids).map(id -> "B-" + id).toArray()));
        statement.setArray(3, connection.createArrayOf("text", buyers));
        statement.setArray(4, connection.createArrayOf("text", addresses));
        statement.setArray(5, connection.createArrayOf("int", sold));
        statement.setArray(6, connection.createArrayOf("int", units));
        try (ResultSet result = statement.executeQuery()) {
            if (!result.next() || result.getInt(1) != ORDERS) {
                throw new WrongAnswer("not all orders");
            }
        }
        return ORDERS;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

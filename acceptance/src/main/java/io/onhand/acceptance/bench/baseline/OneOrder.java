package io.onhand.acceptance.bench.baseline;

import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.load.WrongAnswer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** One order of two lines, one transaction, one round trip. */
public final class OneOrder implements Act {
    static final String BUYER = "Kim Minji, 010-0000-0000";
    static final String SHIP_TO = "Kim Minji, 04524 Seoul, Sejong-daero 110, KR";

    private final OrderNumbers numbers = new OrderNumbers();
    private final Connection connection;
    private final PreparedStatement statement;
    private final int skus;
    private final boolean hot;

    /** @param hot whether the first line of every order is of the same SKU */
    public OneOrder(BaselineDatabase database, boolean hot) throws SQLException {
        connection = database.connect();
        statement = connection.prepareStatement("select place_order(?, ?, ?, ?, ?, ?, ?, ?)");
        skus = database.skus();
        this.hot = hot;
    }

    @Override
    public int once() throws SQLException, WrongAnswer {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int one = hot ? 1 : random.nextInt(1, skus);
        int other = random.nextInt(one + 1, skus + 1);
        long id = numbers.next();
        statement.setLong(1, id);
        statement.setString(2, "B-" + id);
        statement.setString(3, BUYER);
        statement.setString(4, SHIP_TO);
        statement.setInt(5, one);
        statement.setInt(6, 1);
        statement.setInt(7, other);
        statement.setInt(8, 1);
        try (ResultSet result = statement.executeQuery()) {
            if (!result.next() || result.getLong(1) != id) {
                throw new WrongAnswer("another order");
            }
        }
        return 1;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

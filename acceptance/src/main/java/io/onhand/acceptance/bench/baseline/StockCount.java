package io.onhand.acceptance.bench.baseline;

import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.load.WrongAnswer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Many counted levels in one statement, with the differences in the ledger. */
public final class StockCount implements Act {
    /** Units that are counted at least; more than any order wants. */
    private static final int LEAST = 500_000_000;

    private static final int SPREAD = 1_000_000;

    private final OrderNumbers numbers = new OrderNumbers();
    private final Connection connection;
    private final PreparedStatement statement;
    private final int levels;
    private final int skus;

    /** @param levels how many at once */
    public StockCount(BaselineDatabase database, int levels) throws SQLException {
        connection = database.connect();
        statement = connection.prepareStatement("select count_stock(?, ?, ?)");
        skus = database.skus();
        this.levels = levels;
    }

    @Override
    public int once() throws SQLException, WrongAnswer {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(1, skus - levels + 2);
        Integer[] codes = new Integer[levels];
        Arrays.setAll(codes, i -> first + i);
        Integer[] counted = new Integer[levels];
        Arrays.setAll(counted, i -> LEAST + random.nextInt(SPREAD));
        statement.setLong(1, numbers.next());
        statement.setArray(2, connection.createArrayOf("int", codes));
        statement.setArray(3, connection.createArrayOf("int", counted));
        try (ResultSet result = statement.executeQuery()) {
            if (!result.next() || result.getInt(1) != levels) {
                throw new WrongAnswer("not all levels");
            }
        }
        return levels;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

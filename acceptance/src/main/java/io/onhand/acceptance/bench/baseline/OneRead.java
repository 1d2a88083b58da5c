package io.onhand.acceptance.bench.baseline;

import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.load.WrongAnswer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** How many units there are of one SKU: one row by its key. */
public final class OneRead implements Act {
    private final Connection connection;
    private final PreparedStatement statement;
    private final int skus;

    public OneRead(BaselineDatabase database) throws SQLException {
        connection = database.connect();
        statement = connection.prepareStatement("select units from stock where sku = ?");
        skus = database.skus();
    }

    @Override
    public int once() throws SQLException, WrongAnswer {
        statement.setInt(1, ThreadLocalRandom.current().nextInt(1, skus + 1));
        try (ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                throw new WrongAnswer("no row");
            }
        }
        return 1;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package io.onhand.acceptance.bench.load;

import java.io.IOException;
import java.sql.SQLException;

/** What one client does again and again. Used by one thread. */
public interface Act extends AutoCloseable {
    /**
     * Does it once and checks the answer.
     *
     * @return how many units were done: orders, levels, reads
     * @throws WrongAnswer if the answer is not the one that must come
     */
    int once() throws IOException, SQLException, WrongAnswer;

    @Override
    void close() throws IOException, SQLException;

    /** Makes the act of each client; clients count from 0. */
    @FunctionalInterface
    interface Cast {
        /** The act of one client. */
        Act act(int client) throws IOException, SQLException;
    }
}

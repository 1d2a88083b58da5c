package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Exchange;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.load.WrongAnswer;
import java.io.IOException;

/** {@code POST /orders/batch}: a hundred new orders, all of which must be held. */
final class OrderBatch implements Exchange {
    /** Orders in a request. */
    static final int ORDERS = 100;

    private final Bytes body = new Bytes();
    private final OrderBodies orders;
    private final Calls calls;

    OrderBatch(Scene scene) {
        orders = new OrderBodies(scene, null);
        calls = new Calls(scene);
    }

    @Override
    public Wire ask() throws IOException {
        body.reset();
        body.add("{\"orders\":[");
        for (int order = 0; order < ORDERS; order++) {
            if (order > 0) {
                body.add(",");
            }
            orders.add(body);
        }
        body.add("]}");
        return calls.post("/orders/batch", body);
    }

    @Override
    public int judge(Reply answer) throws WrongAnswer {
        if (answer.expect(200).count("\"state\":\"held\"") != ORDERS) {
            throw new WrongAnswer("not all orders of the batch are held");
        }
        return ORDERS;
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}

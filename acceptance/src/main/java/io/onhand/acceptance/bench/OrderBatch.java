package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.WrongAnswer;
import java.io.IOException;

/** {@code POST /orders/batch}: a hundred new orders, all of which must be held. */
final class OrderBatch implements Act {
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
    public int once() throws IOException, WrongAnswer {
        body.reset();
        body.add("{\"orders\":[");
        for (int order = 0; order < ORDERS; order++) {
            if (order > 0) {
                body.add(",");
            }
            orders.add(body);
        }
        body.add("]}");
        Reply reply = calls.post("/orders/batch", body).expect(200);
        if (reply.count("\"state\":\"held\"") != ORDERS) {
            throw new WrongAnswer("not all orders of the batch are held");
        }
        return ORDERS;
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}

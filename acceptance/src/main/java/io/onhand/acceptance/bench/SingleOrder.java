package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.WrongAnswer;
import java.io.IOException;

/** {@code POST /orders}: one new order, which must be held. */
final class SingleOrder implements Act {
    private final Bytes body = new Bytes();
    private final OrderBodies orders;
    private final Calls calls;

    SingleOrder(Scene scene, String hotSku) {
        orders = new OrderBodies(scene, hotSku);
        calls = new Calls(scene);
    }

    @Override
    public int once() throws IOException, WrongAnswer {
        body.reset();
        orders.add(body);
        calls.post("/orders", body).expect(201, "\"state\":\"held\"");
        return 1;
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}

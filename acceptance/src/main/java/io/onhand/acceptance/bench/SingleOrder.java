package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Exchange;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.load.WrongAnswer;
import java.io.IOException;

/** {@code POST /orders}: one new order, which must be held. */
final class SingleOrder implements Exchange {
    private final Bytes body = new Bytes();
    private final OrderBodies orders;
    private final Calls calls;

    SingleOrder(Scene scene, String hotSku) {
        orders = new OrderBodies(scene, hotSku);
        calls = new Calls(scene);
    }

    @Override
    public Wire ask() throws IOException {
        body.reset();
        orders.add(body);
        return calls.post("/orders", body);
    }

    @Override
    public int judge(Reply answer) throws WrongAnswer {
        answer.expect(201, "\"state\":\"held\"");
        return 1;
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}

package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Exchange;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.load.WrongAnswer;
import java.io.IOException;

/** {@code POST /orders/check}: the same request, but nothing is stored; what HTTP, JSON and the token cost alone. */
final class OrderEcho implements Exchange {
    private static final String PATH = "/orders/check";

    private final Bytes body = new Bytes();
    private final OrderBodies orders;
    private final Calls calls;

    OrderEcho(Scene scene) {
        orders = new OrderBodies(scene, null);
        calls = new Calls(scene);
    }

    /** Makes them; null when the product has no such operation. */
    static Act.Cast cast(Scene scene) {
        try (OrderEcho probe = new OrderEcho(scene)) {
            int status = probe.ask().await().status();
            boolean absent = status == 404 || status == 405;
            return absent ? null : client -> new OrderEcho(scene);
        } catch (IOException e) {
            throw new IllegalStateException(PATH + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Wire ask() throws IOException {
        body.reset();
        orders.add(body);
        return calls.post(PATH, body);
    }

    @Override
    public int judge(Reply answer) throws WrongAnswer {
        answer.expect(200, "externalId");
        return 1;
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}

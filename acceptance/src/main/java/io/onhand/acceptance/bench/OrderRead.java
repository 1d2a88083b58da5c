package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Exchange;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.load.WrongAnswer;
import io.onhand.acceptance.bench.stage.History;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** {@code GET /orders}: the newest page, or the order with a number. */
final class OrderRead implements Exchange {
    private final Calls calls;
    private final int history;
    private String number;

    /** @param history past orders that are there, one of which is looked for; 0 to read the newest page */
    OrderRead(Scene scene, int history) {
        this.calls = new Calls(scene);
        this.history = history;
    }

    @Override
    public Wire ask() throws IOException {
        if (history == 0) {
            return calls.get("/orders?limit=50");
        }
        number = History.number(ThreadLocalRandom.current().nextInt(1, history + 1));
        return calls.get("/orders?number=" + number);
    }

    @Override
    public int judge(Reply answer) throws WrongAnswer {
        if (history == 0) {
            answer.expect(200, "\"items\":[{", "\"next\":");
        } else {
            answer.expect(200, "\"" + number + "\"");
        }
        return 1;
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}

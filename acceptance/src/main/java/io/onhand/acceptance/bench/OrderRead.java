package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.load.WrongAnswer;
import io.onhand.acceptance.bench.stage.History;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** {@code GET /orders}: the newest page, or the order with a number. */
final class OrderRead implements Act {
    private final Calls calls;
    private final int history;

    /** @param history past orders that are there, one of which is looked for; 0 to read the newest page */
    OrderRead(Scene scene, int history) {
        this.calls = new Calls(scene);
        this.history = history;
    }

    @Override
    public int once() throws IOException, WrongAnswer {
        if (history == 0) {
            calls.get("/orders?limit=50").expect(200, "\"items\":[{", "\"next\":");
            return 1;
        }
        String number = History.number(ThreadLocalRandom.current().nextInt(1, history + 1));
        calls.get("/orders?number=" + number).expect(200, "\"" + number + "\"");
        return 1;
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}

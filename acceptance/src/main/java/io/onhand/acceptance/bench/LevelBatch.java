package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Exchange;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Template;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.load.WrongAnswer;
import io.onhand.acceptance.bench.stage.Goods;
import io.onhand.acceptance.bench.stage.Stage;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** {@code POST /stock/levels}: many counts, each of which differs from what was there and so moves units. */
final class LevelBatch implements Exchange {
    /** What a count may differ by. */
    private static final int SPREAD = 100_000;

    private final Bytes body = new Bytes();
    private final Template level =
            new Template("{\"sku\":\"~\",\"location\":\"" + Stage.LOCATION + "\",\"quantity\":~}");
    private final Calls calls;
    private final int levels;
    private final int first;
    private final int mine;

    /**
     * A client with SKUs of its own, so that no count is older than another one's.
     *
     * @param levels counts in a request
     */
    LevelBatch(Scene scene, int client, int clients, int levels) {
        this.calls = new Calls(scene);
        this.levels = levels;
        this.mine = scene.stage().skus() / clients;
        this.first = client * mine + 1;
    }

    @Override
    public Wire ask() throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int from = first + random.nextInt(mine - levels + 1);
        body.reset();
        body.add("{\"levels\":[");
        for (int i = 0; i < levels; i++) {
            if (i > 0) {
                body.add(",");
            }
            int counted = Goods.SPREAD.units() - random.nextInt(SPREAD);
            level.fill(body, Goods.SPREAD.sku(from + i), Integer.toString(counted));
        }
        body.add("]}");
        return calls.post("/stock/levels", body);
    }

    @Override
    public int judge(Reply answer) throws WrongAnswer {
        answer.expect(200, "\"refused\":0", "\"applied\":");
        return levels;
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}

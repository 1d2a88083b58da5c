package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Exchange;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.load.WrongAnswer;
import io.onhand.acceptance.bench.stage.Goods;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** {@code GET /availability}: what one channel may sell of one SKU or of many. */
final class AvailabilityRead implements Exchange {
    private final Calls calls;
    private final String channel;
    private final int skus;
    private final int many;

    /** @param many SKUs in a request */
    AvailabilityRead(Scene scene, int many) {
        this.calls = new Calls(scene);
        this.channel = scene.stage().channelId();
        this.skus = scene.stage().skus();
        this.many = many;
    }

    @Override
    public Wire ask() throws IOException {
        return calls.get(path());
    }

    @Override
    public int judge(Reply answer) throws WrongAnswer {
        if (answer.expect(200).count("\"available\":") != many) {
            throw new WrongAnswer("not " + many + " answers");
        }
        return 1;
    }

    private String path() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(1, skus - many + 2);
        if (many == 1) {
            return "/availability/" + Goods.SPREAD.sku(first) + "?channel=" + channel;
        }
        StringBuilder path = new StringBuilder("/availability?channel=").append(channel);
        for (int i = 0; i < many; i++) {
            path.append("&sku=").append(Goods.SPREAD.sku(first + i));
        }
        return path.toString();
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}

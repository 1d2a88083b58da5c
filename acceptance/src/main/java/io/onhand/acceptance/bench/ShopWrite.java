package io.onhand.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Exchange;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Template;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.load.WrongAnswer;
import io.onhand.acceptance.bench.stage.Goods;
import io.onhand.acceptance.bench.stage.Shop;
import io.onhand.acceptance.product.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Stock told to a shop without the product: how much the shop itself can be told. */
final class ShopWrite implements Exchange {
    /** What a shop takes at once. */
    static final int LISTINGS = 100;

    private static final int ROUGHLY = 1_000_000;

    private final Bytes body = new Bytes();
    private final Template item = new Template("{\"listing_id\":\"~\",\"quantity\":~}");
    private final Wire wire;
    private final String path;
    private final byte[] authorization;
    private final int skus;
    private int next;

    ShopWrite(Scene scene, Shop shop) {
        String url = scene.installation().sandboxUrl();
        String id = shop.sandbox().id();
        wire = new Wire(url);
        path = "POST /v1/shops/" + id + "/stock";
        String form = "grant_type=client_credentials&client_id=" + id + "&client_secret=" + id + "-secret";
        JsonNode token = Http.send(
                        "POST",
                        url + "/oauth/token",
                        form.getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded",
                        Map.of())
                .expect(200);
        authorization = ("Authorization: Bearer " + token.path("access_token").asText() + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        skus = scene.size().mallSkus();
    }

    @Override
    public Wire ask() throws IOException {
        body.reset();
        body.add("{\"items\":[");
        for (int i = 0; i < LISTINGS; i++) {
            if (i > 0) {
                body.add(",");
            }
            String sku = Goods.MALL.sku(1 + next++ % skus);
            item.fill(body, Goods.listing(sku), Integer.toString(ROUGHLY + next % LISTINGS));
        }
        body.add("]}");
        return wire.send(path, authorization, body);
    }

    @Override
    public int judge(Reply answer) throws WrongAnswer {
        int accepted = answer.expect(200).count("\"status\":\"accepted\"");
        if (accepted != LISTINGS) {
            throw new WrongAnswer("not all listings were accepted");
        }
        return LISTINGS;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}

package io.onhand.acceptance.torture.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.torture.rig.Rig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts few goods with little stock up for sale in every shop of two tenants. */
public final class Stage {
    private static final int LITTLE = 20;
    private static final int PLENTY = 1_000_000;

    private final Rig rig;

    /** Changes nothing yet. */
    public Stage(Rig rig) {
        this.rig = rig;
    }

    /** The two tenants of the demo data with their shops, and the new goods in all of them. */
    public List<Trader> set() {
        return List.of(trader("bluehan", "demo-partner", "KRW"), trader("aozora", "aozora-partner", "JPY"));
    }

    private Trader trader(String alias, String client, String currency) {
        PartnerApi api = new PartnerApi(rig.installation().url(), rig.tokens().supplier(client));
        List<String> locations = api.all("/locations").stream()
                .map(location -> location.path("code").asText())
                .toList();
        List<Stand> stands = new ArrayList<>();
        Optional<String> fileChannel = Optional.empty();
        for (JsonNode channel : api.all("/channels")) {
            String id = channel.path("id").asText();
            if (channel.path("connector").asText().equals("sandbox")) {
                stands.add(new Stand(
                        id, rig.sandbox().shop(channel.at("/settings/shop").asText())));
            } else if (channel.path("name").asText().equals("11st")) {
                fileChannel = Optional.of(id);
            }
        }
        Trader trader = new Trader(alias, client, currency, locations, stands, fileChannel);
        goods(api, trader);
        stands.forEach(stand -> list(api, stand));
        return trader;
    }

    private static void goods(PartnerApi api, Trader trader) {
        List<String> kept = new ArrayList<>(Trader.KEPT);
        kept.add(Trader.PROBE);
        for (String sku : kept) {
            api.put("/skus/" + Http.encode(sku), Json.object().put("name", sku)).expect(200, 201);
        }
        ObjectNode bundle = Json.object().put("name", Trader.BUNDLE);
        bundle.putArray("components")
                .add(Json.object().put("code", "TORT-A").put("quantity", 1))
                .add(Json.object().put("code", "TORT-C").put("quantity", 2));
        api.put("/skus/" + Trader.BUNDLE, bundle).expect(200, 201);
        for (String location : trader.locations()) {
            Trader.KEPT.forEach(sku -> api.adjust(sku, location, LITTLE));
        }
        api.adjust(Trader.PROBE, trader.locations().get(0), PLENTY);
    }

    private static void list(PartnerApi api, Stand stand) {
        List<String> codes = new ArrayList<>(Trader.SOLD);
        codes.add(Trader.PROBE);
        List<ObjectNode> items = new ArrayList<>();
        for (String code : codes) {
            stand.shop().list(stand.listing(code), code);
            items.add(Json.object().put("externalId", stand.listing(code)).put("skuCode", code));
        }
        ObjectNode body = Json.object().put("channelId", stand.channelId());
        body.set("listings", Json.array(items));
        api.post("/listings", body).expect(200);
    }
}

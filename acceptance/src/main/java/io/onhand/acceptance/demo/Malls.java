package io.onhand.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Sandbox;
import java.util.List;

/** Finds the demo's channels. */
final class Malls {
    private final PartnerApi api;
    private final Sandbox sandbox;

    Malls(PartnerApi api, Sandbox sandbox) {
        this.api = api;
        this.sandbox = sandbox;
    }

    /** The ten sandbox channels that sell a SKU, in the order of their names. */
    List<Mall> selling(String sku) {
        List<Mall> malls = api.all("/channels").stream()
                .filter(channel -> channel.path("connector").asText().equals("sandbox"))
                .filter(channel -> channel.path("name").asText().startsWith("Mall "))
                .map(channel -> mall(channel, sku))
                .toList();
        if (malls.size() != 10) {
            throw new DemoFailure(malls.size() + " channels are called Mall, not 10: is the demo data loaded?");
        }
        return malls;
    }

    private Mall mall(JsonNode channel, String sku) {
        String id = channel.path("id").asText();
        String name = channel.path("name").asText();
        String listing = api.all("/listings?channel=" + id).stream()
                .filter(candidate -> candidate.path("skuCode").asText().equals(sku))
                .map(candidate -> candidate.path("externalId").asText())
                .findFirst()
                .orElseThrow(() -> new DemoFailure(name + " does not sell " + sku));
        return new Mall(
                name, id, listing, sandbox.shop(channel.at("/settings/shop").asText()));
    }

    /** The channel of a name. */
    String channelId(String name) {
        return api.all("/channels").stream()
                .filter(channel -> channel.path("name").asText().equals(name))
                .map(channel -> channel.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new DemoFailure("no channel is called " + name));
    }
}

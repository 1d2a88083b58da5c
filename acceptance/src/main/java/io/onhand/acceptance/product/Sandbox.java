package io.onhand.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The sandbox marketplace, from the side of the people who play with it ({@code /admin}). */
public final class Sandbox {
    private final String url;

    /** The sandbox at this address. */
    public Sandbox(String url) {
        this.url = url;
    }

    /** One of its shops, e.g. {@code shop03}. */
    public SandboxShop shop(String id) {
        return new SandboxShop(this, id);
    }

    Answer send(String method, String path, JsonNode body) {
        return Http.send(method, url + "/admin" + path, body, Map.of());
    }
}

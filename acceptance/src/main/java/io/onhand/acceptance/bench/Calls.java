package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.product.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Requests to the partner API on one connection, with a token that stays fresh. Used by one thread. */
final class Calls implements AutoCloseable {
    /** A token is asked for again so often, nanoseconds; it is fetched when it is about to expire. */
    private static final long ASK_AGAIN = TimeUnit.SECONDS.toNanos(5);

    private final String client;
    private final Tokens tokens;
    private final Wire wire;
    private byte[] authorization;
    private long askedAt;

    Calls(Scene scene) {
        this(scene, scene.stage().nextClient());
    }

    /** As another client. */
    Calls(Scene scene, String client) {
        this.client = client;
        tokens = scene.stage().tokens();
        wire = new Wire(scene.installation().url());
        ask();
    }

    /** For the tenant of that alias, by a client that works for several. */
    Wire postFor(String alias, String path, Bytes body) throws IOException {
        byte[] token = authorization();
        byte[] tenant = ("Onhand-Tenant: " + alias + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(token, token.length + tenant.length);
        System.arraycopy(tenant, 0, both, token.length, tenant.length);
        return wire.send("POST /api/v1" + path, both, body);
    }

    /** @param path below {@code /api/v1} */
    Wire post(String path, Bytes body) throws IOException {
        return wire.send("POST /api/v1" + path, authorization(), body);
    }

    /** @param path below {@code /api/v1} */
    Wire get(String path) throws IOException {
        return wire.send("GET /api/v1" + path, authorization(), null);
    }

    private byte[] authorization() {
        if (System.nanoTime() - askedAt > ASK_AGAIN) {
            ask();
        }
        return authorization;
    }

    private void ask() {
        authorization = ("Authorization: Bearer " + tokens.of(client) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        askedAt = System.nanoTime();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}

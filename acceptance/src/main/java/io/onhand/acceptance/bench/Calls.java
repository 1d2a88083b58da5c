package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.stage.Stage;
import io.onhand.acceptance.product.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The partner API on one connection, with a token that stays fresh. Used by one thread. */
final class Calls implements AutoCloseable {
    /** A token is asked for again so often, nanoseconds; it is fetched when it is about to expire. */
    private static final long ASK_AGAIN = TimeUnit.SECONDS.toNanos(5);

    private final Tokens tokens;
    private final Wire wire;
    private byte[] authorization;
    private long askedAt;

    Calls(Scene scene) {
        tokens = scene.stage().tokens();
        wire = new Wire(scene.installation().url());
        ask();
    }

    /** @param path below {@code /api/v1} */
    Reply post(String path, Bytes body) throws IOException {
        return wire.send("POST /api/v1" + path, authorization(), body);
    }

    /** @param path below {@code /api/v1} */
    Reply get(String path) throws IOException {
        return wire.send("GET /api/v1" + path, authorization(), null);
    }

    private byte[] authorization() {
        if (System.nanoTime() - askedAt > ASK_AGAIN) {
            ask();
        }
        return authorization;
    }

    private void ask() {
        authorization =
                ("Authorization: Bearer " + tokens.of(Stage.CLIENT) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        askedAt = System.nanoTime();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}

package io.onhand.acceptance.journey;

import static io.onhand.acceptance.running.RunningProduct.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.running.RunningProduct;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server dies without a word in the middle of its work. */
class CrashIT {
    /** Until the launcher has started it again. */
    private static final Duration RESTART = Duration.ofMinutes(3);

    /** Until the last webhook was tried again, at most a minute after the start, and every channel was told. */
    private static final Duration ONCE_QUIET = Duration.ofSeconds(90);

    private static final int ORDERS = 30;
    private static final int CRASH_AFTER = 12;

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @Test
    void everyOrderIsThereOnceAndEveryMallIsRight() {
        Goods mugs = Goods.onSale(product, 100);
        Server server = Server.of(product);
        List<String> byWebhook = new ArrayList<>();
        List<ObjectNode> byApi = new ArrayList<>();

        for (int i = 0; i < ORDERS; i++) {
            Stall mall = mugs.mall(1 + i % 10);
            byWebhook.add(mall.shop().order(mall.listing(), 1).path("id").asText());
            byApi.add(mugs.order(1 + i % 10, 1, "crash-" + UUID.randomUUID()));
            trySend(byApi.get(i));
            if (i == CRASH_AFTER) {
                server.kill();
            }
        }
        server.awaitRestart(RESTART);
        byApi.forEach(order -> eventually(
                () -> assertThat(product.api().post("/orders", order).status()).isIn(200, 201)));

        mugs.everyMallIsRight(ONCE_QUIET, 100 - 2 * ORDERS);
        for (int i = 0; i < ORDERS; i++) {
            mugs.orderIsThereOnce(1 + i % 10, byWebhook.get(i));
            mugs.orderIsThereOnce(1 + i % 10, byApi.get(i).path("externalId").asText());
        }
        mugs.ledgerShows(100, 2 * ORDERS);
    }

    /** A partner's program whose connection may break; it will send the order again. */
    private static void trySend(ObjectNode order) {
        try {
            Answer answer = product.api().post("/orders", order);
            assertThat(answer.status()).isIn(201, 502, 503);
        } catch (UncheckedIOException e) {
            assertThat(e.getCause()).isNotNull();
        }
    }
}

package io.onhand.acceptance.journey;

import static io.onhand.acceptance.running.RunningProduct.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.SandboxShop;
import io.onhand.acceptance.running.RunningProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Marketplaces that tell us of orders, badly at times, and that we tell of stock, if they listen. */
class WebhookJourneyIT {
    /** After trouble a channel is left alone for a while, at most a minute. */
    private static final Duration ONCE_QUIET = Duration.ofSeconds(90);

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    private Goods mugs;

    @BeforeEach
    void tenMallsSellTwentyMugs() {
        mugs = Goods.onSale(product, 20);
    }

    @AfterEach
    void endTheTrouble() {
        mugs.stalls().forEach(stall -> stall.shop().noFaults());
    }

    @Test
    void anOrderAtOneMallTakesItsUnitFromTheOtherNine() {
        Stall mall = mugs.mall(3);
        Instant start = Instant.now();

        String number = mall.shop().order(mall.listing(), 1).path("id").asText();

        mugs.everyMallShows(19);
        assertThat(mugs.orderIsThereOnce(3, number).path("state").asText()).isEqualTo("held");
        for (int other : List.of(1, 2, 4, 5, 6, 7, 8, 9, 10)) {
            mugs.isTold(other, 19, start);
        }
    }

    @Test
    void aWebhookThatComesThreeTimesIsOneOrder() {
        Stall mall = mugs.mall(3);
        mall.shop().faults(Json.object().put("webhook_duplicate", 2));

        String number = mall.shop().order(mall.listing(), 1).path("id").asText();

        eventually(() -> assertThat(mall.shop().deliveries(number))
                .hasSize(3)
                .allMatch(delivery -> delivery.path("state").asText().equals("delivered")));
        mugs.everyMallShows(19);
        mugs.orderIsThereOnce(3, number);
        mugs.ledgerShows(20, 1);
    }

    @Test
    void ordersThatOvertakeEachOtherAreAllThere() {
        Stall mall = mugs.mall(3);
        mall.shop().faults(Json.object().put("webhook_shuffle", true));

        JsonNode order = mall.shop().order(mall.listing(), 3);
        mall.shop().cancel(order, 1);
        mall.shop().cancel(order, 1);
        JsonNode last = mall.shop().order(mall.listing(), 1);

        // On its way the ledger passes the same numbers: they count once everything has arrived.
        for (JsonNode one : List.of(order, last)) {
            String number = one.path("id").asText();
            eventually(() -> assertThat(mall.shop().deliveries(number))
                    .isNotEmpty()
                    .allMatch(delivery -> delivery.path("state").asText().equals("delivered")));
            mugs.orderIsThereOnce(3, number);
        }
        eventually(() -> mugs.ledgerShows(20, 2));
        mugs.everyMallIsRight(RunningProduct.PATIENCE, 18);
    }

    @Test
    void aCancellationThatComesBeforeItsOrderIsUnderstood() {
        Stall mall = mugs.mall(3);
        mall.shop().faults(Json.object().put("webhook_drop", 1));
        JsonNode order = mall.shop().order(mall.listing(), 3);
        String number = order.path("id").asText();
        mall.shop().noFaults();

        mall.shop().cancel(order, 2);
        mugs.everyMallShows(19);
        mall.shop().deliveries(number).stream()
                .filter(delivery -> delivery.path("type").asText().equals("order.created"))
                .forEach(mall.shop()::replay);

        eventually(() -> assertThat(mall.shop().deliveries(number))
                .allMatch(delivery -> delivery.path("state").asText().equals("delivered")));
        mugs.everyMallIsRight(RunningProduct.PATIENCE, 19);
        mugs.orderIsThereOnce(3, number);
        mugs.ledgerShows(20, 1);
    }

    @Test
    void anOrderThatIsCancelledReturnsItsUnitsToEveryMall() {
        Stall mall = mugs.mall(3);
        String number = mall.shop().order(mall.listing(), 2).path("id").asText();
        mugs.everyMallShows(18);

        mall.shop().cancel(number);

        mugs.everyMallIsRight(RunningProduct.PATIENCE, 20);
        assertThat(mugs.orderIsThereOnce(3, number).path("state").asText()).isEqualTo("cancelled");
        mugs.ledgerShows(20, 0);
    }

    @Test
    void aBadSignatureIsRefused() {
        Stall mall = mugs.mall(3);
        mall.shop().faults(Json.object().put("webhook_bad_signature", 1));

        String number = mall.shop().order(mall.listing(), 1).path("id").asText();

        eventually(() -> assertThat(firstStatus(mall.shop(), number)).isEqualTo(401));
        mall.shop().noFaults();
        mugs.everyMallShows(19);
        mugs.orderIsThereOnce(3, number);
    }

    private static int firstStatus(SandboxShop shop, String orderNumber) {
        return shop.deliveries(orderNumber).get(0).at("/attempts/0/status").asInt();
    }

    @Test
    void anOrderThatNobodyTellsOfIsFoundByPolling() {
        Stall mall = mugs.mall(3);

        String number = mall.shop().orderSilently(mall.listing(), 1).path("id").asText();

        assertThat(mugs.orderIsThereOnce(3, number).path("source").asText()).isEqualTo("poll");
        mugs.everyMallShows(19);
    }

    @Test
    void theHealthyMallsAreToldWhileOthersAreDown() {
        mugs.mall(1).shop().faults(Json.object().put("http_5xx_rate", 1));
        mugs.mall(2).shop().faults(Json.object().put("slow_ms", 8_000));
        Stall mall = mugs.mall(3);
        Instant start = Instant.now();

        mall.shop().order(mall.listing(), 1);

        for (int healthy : List.of(4, 5, 6, 7, 8, 9, 10)) {
            mugs.isTold(healthy, 19, start);
            assertThat(lag(healthy, start)).as("lag of mall " + healthy).isLessThan(Duration.ofSeconds(5));
        }
        endTheTrouble();
        mugs.everyMallIsRight(ONCE_QUIET, 19);
    }

    private Duration lag(int mall, Instant since) {
        return mugs.mall(mall).shop().history(mugs.mall(mall).listing(), since).stream()
                .filter(change -> change.source().equals("api") && change.quantity() == 19)
                .map(change -> Duration.between(since, change.at()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onceTheTroubleIsOverEveryMallIsRight() {
        Map<Integer, ObjectNode> troubles = Map.of(
                1, Json.object().put("http_5xx_rate", 0.6),
                2, Json.object().put("drop_connection_rate", 0.6),
                3, Json.object().put("drop_after_apply_rate", 0.6),
                4, Json.object().put("partial_failure_rate", 0.6),
                5, Json.object().put("slow_ms", 700),
                6, Json.object().put("token_expires_s", 0),
                7, Json.object().put("webhook_drop", 0.5).put("webhook_duplicate", 1));
        troubles.forEach((mall, fault) -> mugs.mall(mall).shop().faults(fault));

        for (int round = 0; round < 2; round++) {
            for (int number = 1; number <= 7; number++) {
                mugs.mall(number).shop().order(mugs.mall(number).listing(), 1);
            }
            mugs.mallShowsAtMost(8, 13 - 7 * round);
        }

        assertThat(mugs.mall(1).shop().count("answered_5xx")).isPositive();
        assertThat(mugs.mall(2).shop().count("dropped_connections")).isPositive();
        endTheTrouble();
        mugs.everyMallIsRight(ONCE_QUIET, 6);
        mugs.ledgerShows(20, 14);
    }

    @Test
    void aMallThatThrottlesIsRightInTheEnd() {
        Stall mall = mugs.mall(8);
        JsonNode usual = mall.shop().settings().path("quota");
        int before = mall.shop().count("answered_429");
        mall.shop().settings(Json.object().set("quota", quota(1, 1)));
        try {
            int left = 20;
            // One after the other, as orders that come at once may be told in one request.
            while (left > 6 && mall.shop().count("answered_429") == before) {
                mugs.mall(9).shop().order(mugs.mall(9).listing(), 1);
                mugs.mallShowsAtMost(7, --left);
            }
            assertThat(mall.shop().count("answered_429")).isGreaterThan(before);
            mugs.everyMallIsRight(ONCE_QUIET, left);
        } finally {
            mall.shop().settings(Json.object().set("quota", usual));
        }
    }

    private static ObjectNode quota(int requestsPerSecond, int burst) {
        return Json.object().put("requestsPerSecond", requestsPerSecond).put("burst", burst);
    }

    @Test
    void aTokenThatExpiresIsReplaced() {
        Stall mall = mugs.mall(5);
        mall.shop().faults(Json.object().put("token_expires_s", 1));
        for (int sold = 1; sold <= 3; sold++) {
            mugs.mall(6).shop().order(mugs.mall(6).listing(), 1);
            mugs.everyMallShows(20 - sold);
            Instant told = mall.shop().history(mall.listing(), Instant.EPOCH).stream()
                    .map(SandboxShop.Change::at)
                    .reduce(Instant.EPOCH, (first, second) -> second);
            eventually(() -> assertThat(told).isBefore(Instant.now().minusSeconds(1)));
        }
    }
}

package io.onhand.routes.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.canonical.IncomingOrder;
import io.onhand.canonical.OrderChange;
import io.onhand.canonical.StockOffer;
import io.onhand.channel.ChannelError;
import io.onhand.routes.engine.ChannelFailure;
import io.onhand.routes.engine.Connector;
import io.onhand.routes.engine.ConnectorContract;
import io.onhand.routes.engine.OrderNews;
import io.onhand.routes.engine.OrdersCall;
import io.onhand.routes.engine.OrdersPage;
import io.onhand.routes.engine.StockAnswer;
import io.onhand.routes.engine.StockAnswer.Outcome;
import io.onhand.routes.engine.StockCall;
import io.onhand.routes.engine.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxConnectorTest extends ConnectorContract {
    private static final UUID CHANNEL = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-08-03T09:20:00Z");

    private final Connector connector = new SandboxConnector(Clock.systemUTC());
    private SandboxSimulator simulator;

    @BeforeEach
    void open() throws IOException {
        simulator = new SandboxSimulator();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Map<String, String> settings() {
        return simulator.settings();
    }

    @Override
    protected List<String> listings(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = Long.toString(900_000_000_000_000_000L + i);
            simulator.sell(id);
            ids.add(id);
        }
        return ids;
    }

    @Override
    protected Webhook signed(byte[] body, Instant at) {
        String signed = "msg_1." + at.getEpochSecond() + ".";
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "HmacSHA256"));
            mac.update(signed.getBytes(StandardCharsets.UTF_8));
            return new Webhook(
                    Map.of(
                            "Webhook-Id",
                            "msg_1",
                            "Webhook-Timestamp",
                            Long.toString(at.getEpochSecond()),
                            "Webhook-Signature",
                            "v1a,bm90aGluZw== v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))),
                    body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsTheOrderAsItWasPlacedAndEachCancellation() throws IOException {
        OrderNews news;
        try (var in = getClass().getResourceAsStream("fixtures/messages/cancelled-in-part.json")) {
            news = connector.read(in.readAllBytes());
        }
        assertThat(news.order().externalId()).isEqualTo("178573413012300001");
        assertThat(news.order().placedAt()).isEqualTo(Instant.parse("2026-08-03T00:15:30.123Z"));
        assertThat(news.order().shipTo().postalCode()).isEqualTo("04524");
        assertThat(news.order().lines())
                .containsExactly(
                        new IncomingOrder.Line(
                                "178573413012300001-1", "0009001", List.of("MUG-BLK"), "머그 블랙", 3, 12_900),
                        new IncomingOrder.Line("178573413012300001-2", "9002", List.of(), null, 1, 0));
        assertThat(news.changes())
                .containsExactly(new OrderChange(
                        "178573413012300001",
                        "178573413012400001",
                        Instant.parse("2026-08-03T00:20:00Z"),
                        List.of(new OrderChange.Cancel("178573413012300001-1", 1)),
                        "buyer_changed_mind"));
    }

    @Test
    void countsMoneyInTheMinorUnitOfTheCurrency() throws IOException {
        try (var in = getClass().getResourceAsStream("fixtures/messages/dollars.json")) {
            IncomingOrder order = connector.read(in.readAllBytes()).order();
            assertThat(order.currency()).isEqualTo("USD");
            assertThat(order.lines().get(0).unitPriceMinor()).isEqualTo(1_250);
        }
    }

    @Test
    void tellsWhichListingsTheMarketplaceDidNotTake() {
        simulator.sell("1");
        StockAnswer answer = tell(new StockOffer("1", "A", 4), new StockOffer("2", "B", 5));
        assertThat(answer.results())
                .containsExactly(
                        new StockAnswer.Result("1", Outcome.TAKEN, null),
                        new StockAnswer.Result("2", Outcome.REFUSED, "unknown_listing: No such listing"));
        assertThat(simulator.quantity("1")).isEqualTo(4);
    }

    @Test
    void getsANewTokenWhenTheOldOneHasExpired() {
        simulator.sell("1");
        tell(new StockOffer("1", "A", 4));
        tell(new StockOffer("1", "A", 3));
        assertThat(simulator.tokens()).isEqualTo(1);
        simulator.trouble(401, null, null);
        tell(new StockOffer("1", "A", 2));
        assertThat(simulator.tokens()).isEqualTo(2);
        assertThat(simulator.quantity("1")).isEqualTo(2);
    }

    @Test
    void saysWhatKindOfTroubleItMet() {
        simulator.sell("1");
        simulator.trouble(429, "Retry-After", "7");
        assertThat(failure().retryAfter()).isEqualTo(Duration.ofSeconds(7));
        simulator.trouble(503, null, null);
        assertThat(failure().kind()).isEqualTo(ChannelError.Kind.UNAVAILABLE);
        simulator.trouble(422, null, null);
        assertThat(failure()).hasMessage("HTTP 422, trouble: As told");
        simulator.trouble(401, null, null);
        simulator.trouble(401, null, null);
        assertThat(failure().kind()).isEqualTo(ChannelError.Kind.UNAUTHORIZED);
        simulator.trouble(0, null, null);
        assertThatThrownBy(() -> tell(new StockOffer("1", "A", 1))).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void blamesAWrongAddressOnTheChannelsSettings() {
        simulator.sell("1");
        simulator.trouble(404, null, null);
        assertThat(failure().kind()).isEqualTo(ChannelError.Kind.UNAUTHORIZED);
        simulator.refuseTokens(400);
        assertThat(failure()).hasMessage("HTTP 400, unsupported_grant_type: As told");
        assertThat(failure().kind()).isEqualTo(ChannelError.Kind.UNAUTHORIZED);
        simulator.refuseTokens(503);
        assertThat(failure().kind()).isEqualTo(ChannelError.Kind.UNAVAILABLE);
    }

    @Test
    void tellsNoMoreThanTheMarketplaceCanCount() {
        simulator.sell("1");
        tell(new StockOffer("1", "A", 10_000_000));
        assertThat(simulator.quantity("1")).isEqualTo(9_999_999);
    }

    @Test
    void anAnswerWithoutAnEndIsCutOff() {
        simulator.endless(1 << 20);
        assertThat(failure()).hasMessageContaining("longer than");
        simulator.awaitCutOff();
    }

    @Test
    void anAnswerThatDripsIsCutOff() {
        wholeAnswer = Duration.ofSeconds(1);
        simulator.endless(1);
        assertThat(failure()).hasMessageContaining("no whole answer within 1 s");
        simulator.awaitCutOff();
    }

    @Test
    void aTokenThatCameMeanwhileIsNotForgotten() {
        SandboxTokens tokens = new SandboxTokens();
        SandboxTokens.Account account = SandboxTokens.Account.of(CHANNEL, settings());
        tokens.keep(account, "old", 3_600, NOW);
        tokens.keep(account, "new", 3_600, NOW);
        tokens.forget(account, "old");
        assertThat(tokens.find(account, NOW)).isEqualTo("new");
        tokens.forget(account, "new");
        assertThat(tokens.find(account, NOW)).isNull();
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        for (String time : List.of("-9223372036854775808", "9223372036854775807", "-1", "now")) {
            Webhook webhook = new Webhook(
                    Map.of("Webhook-Id", "msg_1", "Webhook-Timestamp", time, "Webhook-Signature", "v1,bm90aGluZw=="),
                    body);
            assertThatThrownBy(() -> connector.verify(webhook, settings(), NOW))
                    .hasMessageContaining("webhook-timestamp");
        }
    }

    @Test
    void readsPageAfterPageAndGoesOnWhereTheNewestWas() {
        simulator.order("1", "2026-08-03T09:19:10Z");
        simulator.order("2", "2026-08-03T09:19:20Z");
        simulator.order("3", "2026-08-03T09:19:30Z");

        OrdersPage first = ask(null);
        assertThat(first.messages())
                .extracting(OrdersPage.Message::eventId)
                .containsExactly("1@2026-08-03T09:19:10Z", "2@2026-08-03T09:19:20Z");
        assertThat(first.more()).isTrue();
        OrdersPage second = ask(first.cursor());
        assertThat(second.messages()).extracting(OrdersPage.Message::eventId).containsExactly("3@2026-08-03T09:19:30Z");
        assertThat(second.more()).isFalse();
        assertThat(second.cursor())
                .as("by the marketplace's clock these are old")
                .isEqualTo("2026-08-03T09:19:30.000001Z|2026-08-03T09:19:30Z|");
        ask(second.cursor());
        assertThat(simulator.queries())
                .containsExactly(
                        "updated_after=2026-08-03T09:19:00Z&limit=100",
                        "updated_after=2026-08-03T09:19:00Z&limit=100&cursor=2",
                        "updated_after=2026-08-03T09:19:30.000001Z&limit=100");
    }

    @Test
    void readsAnUnsettledTimeAgain() {
        SandboxCursor cursor =
                SandboxCursor.parse(null, NOW).seen(NOW.minusSeconds(5)).nextWindow(NOW);
        assertThat(cursor.after()).isEqualTo(NOW.minusSeconds(7));
        assertThat(SandboxCursor.parse(cursor.text(), NOW)).isEqualTo(cursor);
        assertThat(cursor.nextWindow(NOW.plusSeconds(120)).nextWindow(NOW).after())
                .isEqualTo(NOW.minusSeconds(5).plusNanos(1_000));
        assertThat(cursor.nextWindow(null).after())
                .as("a marketplace that does not say what time it is")
                .isEqualTo(NOW.minusSeconds(7));
    }

    private ChannelFailure failure() {
        try {
            tell(new StockOffer("1", "A", 1));
        } catch (CamelExecutionException e) {
            return (ChannelFailure) e.getCause();
        }
        throw new AssertionError("There was no trouble");
    }

    private StockAnswer tell(StockOffer... offers) {
        return call(connector.stockRoute(), new StockCall(CHANNEL, settings(), List.of(offers)), StockAnswer.class);
    }

    private OrdersPage ask(String cursor) {
        return call(connector.ordersRoute(), new OrdersCall(CHANNEL, settings(), cursor, NOW), OrdersPage.class);
    }

    private <T> T call(String route, Object body, Class<T> answer) {
        try (DefaultCamelContext camel = started();
                ProducerTemplate template = camel.createProducerTemplate()) {
            return template.requestBody(route, body, answer);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

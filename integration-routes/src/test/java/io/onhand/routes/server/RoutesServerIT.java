package io.onhand.routes.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.channel.ChannelPolicy;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.Listings;
import io.onhand.order.OrderSearch;
import io.onhand.relay.Inbox;
import io.onhand.world.World;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packaged engine on Payara Micro, as channels meet it. */
@ExtendWith({ServerSettings.class, ArquillianExtension.class})
class RoutesServerIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @ArquillianResource
    private URL deployed;

    private URI server;
    private World world;
    private Market market;
    private UUID channel;

    @Deployment(testable = false)
    static WebArchive routes() {
        return ShrinkWrap.create(ZipImporter.class, "hooks.war")
                .importFrom(new File(System.getProperty("onhand.war")))
                .as(WebArchive.class);
    }

    @BeforeEach
    void aShopWithFiveMugs() throws IOException {
        server = URI.create("http://localhost:" + deployed.getPort());
        market = new Market();
        world = new World();
        world.clock.pass(Duration.between(world.clock.instant(), Instant.now()));
        world.sku("MUG").warehouse("SEOUL").stock("MUG").at("SEOUL").changesBy(5);
        channel = connect("shop01");
    }

    @AfterEach
    void booksAreInOrder() {
        market.close();
        world.ledgerBalances();
    }

    @Test
    void theEngineRuns() {
        JsonNode health = Reply.toGet(server.resolve("/health/ready")).json();
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.at("/checks/0/name").asText()).isEqualTo("integration-routes");
        assertThat(health.at("/checks/0/data/engine").asBoolean()).isTrue();
        assertThat(health.at("/checks/0/data/database").asBoolean()).isTrue();
    }

    @Test
    void itsConnectorsAreWrittenDownForThePortalAndTheApi() {
        Map<String, ConnectorDescriptor> written = world.in(() -> world.core.channels.connectors());
        assertThat(written).containsKeys("sandbox", "order-file");
        assertThat(written.get("sandbox").capabilities().webhooks()).isTrue();
        assertThat(written.get("order-file").capabilities().readsFiles()).isTrue();
        assertThat(written.get("sandbox").settings())
                .extracting(ConnectorDescriptor.Setting::name)
                .contains("url", "shop", "clientSecret", "webhookSecret");
    }

    @Test
    void aSenderThatIsNotProvenIsTurnedAway() {
        String body = order("1", 1);
        toShop(body).refuses(401, "sender-not-proven");
        toShop(body, Market.signed("evt-1", "another body")).refuses(401, "sender-not-proven");
        toShop(body, Market.signed("evt-1", body, Instant.now().minus(Duration.ofHours(1))))
                .refuses(401, "sender-not-proven");
        assertThat(orders()).isEmpty();
    }

    @Test
    void anUnknownAddressIsNotFound() {
        String body = order("1", 1);
        String[] headers = Market.signed("evt-1", body);
        Reply.toPost(hook("sandbox", UUID.randomUUID().toString()), body, headers)
                .refuses(404, "channel-not-found");
        Reply.toPost(hook("sandbox", "not-an-id"), body, headers).refuses(404, "address-not-found");
        Reply.toPost(hook("no-such-connector", channel.toString()), body, headers)
                .refuses(404, "address-not-found");
        Reply.toPost(hook("order-file", channel.toString()), body, headers).refuses(404, "address-not-found");
    }

    @Test
    void onlyPostsAreTaken() {
        assertThat(Reply.toGet(hook("sandbox", channel.toString())).status()).isEqualTo(405);
    }

    @Test
    void aWebhookThatIsTooLargeIsRefused() {
        String body = "x".repeat(Inbox.MAX_BYTES + 1);
        toShop(body, Market.signed("evt-1", body)).refuses(413, "body-too-large");
    }

    @Test
    void aSignedWebhookBecomesOneOrderAndEveryOtherShopIsTold() {
        connect("shop02");
        Eventually.is("both shops show five", SOON, () -> shows("shop01", 5) && shows("shop02", 5));

        String created = order("20261121-1", 1);
        assertThat(toShop(created, Market.signed("evt-1", created)).status()).isEqualTo(202);
        Eventually.is("both shops show four", SOON, () -> shows("shop01", 4) && shows("shop02", 4));
        assertThat(orders()).singleElement().satisfies(order -> {
            assertThat(order.externalId()).isEqualTo("20261121-1");
            assertThat(order.channelId()).isEqualTo(channel);
            assertThat(order.state().code()).isEqualTo("held");
            assertThat(order.source()).isEqualTo("webhook");
            assertThat(order.buyer().name()).isEqualTo("김견본");
        });
        world.stock("MUG").at("SEOUL").is(5, 1);

        // The same message again, and the same order in another message, change nothing; the cancellation does.
        assertThat(toShop(created, Market.signed("evt-1", created)).status()).isEqualTo(202);
        assertThat(toShop(created, Market.signed("evt-2", created)).status()).isEqualTo(202);
        String cancelled = order(
                "20261121-1",
                1,
                "{\"id\":\"c-1\",\"line_id\":\"1\",\"quantity\":1,\"at\":\"%s\"}".formatted(Instant.now()));
        assertThat(toShop(cancelled, Market.signed("evt-3", cancelled)).status())
                .isEqualTo(202);
        Eventually.is("both shops show five again", SOON, () -> shows("shop01", 5) && shows("shop02", 5));
        assertThat(orders())
                .singleElement()
                .satisfies(order -> assertThat(order.state().code()).isEqualTo("cancelled"));
        world.stock("MUG").at("SEOUL").is(5, 0);
    }

    @Test
    void aMessageThatCannotBeReadIsParkedAndStopsNoOther() {
        String broken = "{\"type\":\"order.created\",\"data\":{\"id\":7}}";
        assertThat(toShop(broken, Market.signed("evt-1", broken)).status()).isEqualTo(202);
        String good = order("20261121-2", 2);
        assertThat(toShop(good, Market.signed("evt-2", good)).status()).isEqualTo(202);
        Eventually.is("the order is there", SOON, () -> orders().size() == 1);
        Eventually.is(
                "the broken message is parked",
                SOON,
                () -> world.in(() -> world.core.parked.list(null, 10)).items().size() == 1);
    }

    /** A sandbox channel that sells the mug from SEOUL. */
    private UUID connect(String shop) {
        return world.in(() -> {
            UUID id = world.core
                    .channels
                    .connect(
                            "sandbox",
                            "Mall " + shop,
                            market.settings(shop),
                            ChannelPolicy.of(world.locationId("SEOUL")),
                            "tester")
                    .id();
            world.core.listings.save(id, List.of(new Listings.Draft("900001", "MUG", "Mug")), "tester");
            return id;
        });
    }

    private boolean shows(String shop, int quantity) {
        return Objects.equals(market.shows(shop, "900001"), quantity);
    }

    private List<OrderSearch.Head> orders() {
        return world.in(() -> world.core.orderSearch.list(OrderSearch.Filter.ALL, null, 10))
                .items();
    }

    private Reply toShop(String body, String... headers) {
        return Reply.toPost(hook("sandbox", channel.toString()), body, headers);
    }

    private URI hook(String connector, String id) {
        return server.resolve("/hooks/" + connector + "/" + id);
    }

    /** The marketplace's message about an order of mugs, with its cancellations so far. */
    private static String order(String number, int mugs, String... cancellations) {
        return """
                {"type":"order.updated","timestamp":"2026-11-21T00:00:00Z","data":{"id":"%s","number":"%s","status":"open",
                 "placed_at":"2026-11-21T00:00:00Z","updated_at":"2026-11-21T00:00:00Z","currency":"KRW",
                 "buyer":{"name":"김견본","phone":"010-0000-0000","email":null},"ship_to":null,
                 "lines":[{"id":"1","listing_id":"900001","seller_code":"MUG","title":"Mug","quantity":%d,"unit_price":"12000"}],
                 "cancellations":[%s]}}
                """.formatted(number, number, mugs, String.join(",", cancellations));
    }
}

package io.onhand.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.canonical.IncomingOrder;
import io.onhand.canonical.OrderChange;
import io.onhand.canonical.StockOffer;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.ConnectorDescriptor.Setting;
import io.onhand.channel.FileField;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every connector promises, whatever its channel. A connector's test extends this, and lays beside itself, as
 * resources, {@code fixtures/messages/*.json} that are to be read, and {@code fixtures/malformed/*.json} with {@code
 * fixtures/malformed/fields.properties} that names the field each of them is wrong in. What a connector cannot do by its
 * descriptor is not asked of it.
 */
public abstract class ConnectorContract {
    private static final Instant NOW = Instant.parse("2026-08-03T09:15:30Z");
    private static final Set<String> LANGUAGES = Set.of("ko", "ja", "en");

    /** The connector, new. */
    protected abstract Connector connector();

    /** Settings of a channel that is there (a simulator), with every secret. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** The body as the channel would send and sign it at that time. */
    protected Webhook signed(byte[] body, Instant at) {
        throw new UnsupportedOperationException(connector().id() + " takes webhooks: its test has to sign one");
    }

    /** Makes the simulator sell so many listings, and gives their ids. */
    protected List<String> listings(int count) {
        throw new UnsupportedOperationException(connector().id() + " writes stock: its test has to offer listings");
    }

    private ConnectorDescriptor.Capabilities can() {
        return connector().descriptor().capabilities();
    }

    // ------------------------------------------------------------------------------------------------ descriptor

    /** What is promised by those only whose capabilities say so. */
    @TestFactory
    List<DynamicTest> promisesOfItsCapabilities() {
        List<DynamicTest> promises = new ArrayList<>();
        if (can().webhooks()) {
            promises.add(DynamicTest.dynamicTest("takesWhatTheChannelSigned", this::takesWhatTheChannelSigned));
            promises.add(DynamicTest.dynamicTest(
                    "refusesAMessageOfWhichOneByteWasChanged", this::refusesAMessageOfWhichOneByteWasChanged));
            promises.add(DynamicTest.dynamicTest(
                    "refusesAnOldMessageAndOneFromTheFuture", this::refusesAnOldMessageAndOneFromTheFuture));
            promises.add(DynamicTest.dynamicTest(
                    "refusesAMessageWithoutHeadersOrWithoutASecretToCheckIt",
                    this::refusesAMessageWithoutHeadersOrWithoutASecretToCheckIt));
        }
        if (readsMessages()) {
            promises.add(DynamicTest.dynamicTest(
                    "readsEveryFixtureTheSameWayEachTime", this::readsEveryFixtureTheSameWayEachTime));
            promises.add(DynamicTest.dynamicTest("keepsIdsAsTheText", this::keepsIdsAsTheText));
            promises.add(DynamicTest.dynamicTest("namesTheFieldThatIsWrong", this::namesTheFieldThatIsWrong));
            promises.add(DynamicTest.dynamicTest("neverFailsInAnyOtherWay", this::neverFailsInAnyOtherWay));
        }
        if (can().writesStock()) {
            promises.add(DynamicTest.dynamicTest(
                    "tellsAFullBatchAndGetsAResultForEach", this::tellsAFullBatchAndGetsAResultForEach));
        }
        return promises;
    }

    @Test
    void saysEverythingOfItselfInThreeLanguages() {
        ConnectorDescriptor descriptor = connector().descriptor();
        assertThat(descriptor.id()).matches("[a-z][a-z0-9-]{1,38}");
        assertThat(descriptor.kind()).isIn("marketplace", "mall", "pos", "3pl", "file");
        assertThat(descriptor.title()).containsOnlyKeys(LANGUAGES).doesNotContainValue("");
        assertThat(descriptor.settings()).extracting(Setting::name).doesNotHaveDuplicates();
        for (Setting setting : descriptor.settings()) {
            assertThat(setting.name()).matches("[a-z][A-Za-z0-9]{0,39}");
            assertThat(setting.type()).isIn("text", "secret", "url", "number", "choice", "zone", "currency", "columns");
            assertThat(setting.title()).containsOnlyKeys(LANGUAGES).doesNotContainValue("");
            assertThat(setting.choices().isEmpty()).isEqualTo(!setting.type().equals("choice"));
            if (!setting.hint().isEmpty()) {
                assertThat(setting.hint()).containsOnlyKeys(LANGUAGES);
            }
            assertThat(setting.choices()).containsAll(setting.choiceTitles().keySet());
            setting.choiceTitles().values().forEach(words -> assertThat(words).containsOnlyKeys(LANGUAGES));
        }
        assertThat(descriptor.columnsSetting().isPresent())
                .isEqualTo(!descriptor.fileFields().isEmpty());
        assertThat(descriptor.fileFields()).extracting(FileField::key).doesNotHaveDuplicates();
        for (FileField field : descriptor.fileFields()) {
            assertThat(field.kind()).isIn("id", "text", "quantity", "amount", "date");
            assertThat(field.title()).containsOnlyKeys(LANGUAGES).doesNotContainValue("");
        }
        assertThat(connector().descriptor()).isEqualTo(descriptor);
    }

    @Test
    void namesLimitsForWhatItCan() {
        ConnectorDescriptor.Limits limits = connector().descriptor().limits();
        if (can().writesStock()) {
            assertThat(limits.stockBatch()).isBetween(1, 10_000);
        }
        if (can().writesStock() || can().pollsOrders()) {
            assertThat(limits.requestsPerSecond()).isPositive();
            assertThat(limits.burst()).isPositive();
            assertThat(connector().limits(settings()).burst()).isPositive();
        }
        assertThat(limits.pollSeconds() > 0).isEqualTo(can().pollsOrders());
    }

    @Test
    void isPolledMoreRarelyOnlyWhereItAlsoCalls() {
        ConnectorDescriptor.Limits limits = connector().descriptor().limits();
        assertThat(limits.quietPollSeconds())
                .isBetween(limits.pollSeconds(), can().webhooks() ? 3_600 : limits.pollSeconds());
    }

    @Test
    void hasTheRoutesOfWhatItCan() throws Exception {
        try (DefaultCamelContext camel = started()) {
            assertThat(camel.hasEndpoint(connector().ordersRoute()) != null).isEqualTo(can().pollsOrders());
            assertThat(camel.hasEndpoint(connector().stockRoute()) != null).isEqualTo(can().writesStock());
        }
    }

    // -------------------------------------------------------------------------------------------------- webhooks

    void takesWhatTheChannelSigned() throws IOException {
        for (byte[] message : messages()) {
            assertThat(connector().verify(signed(message, NOW), settings(), NOW))
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(200);
        }
    }

    void refusesAMessageOfWhichOneByteWasChanged() throws IOException {
        byte[] message = messages().get(0);
        Webhook original = signed(message, NOW);
        for (int i = 0; i < message.length; i += Math.max(1, message.length / 50)) {
            byte[] tampered = message.clone();
            tampered[i] ^= 1;
            Webhook webhook = new Webhook(original.headers(), tampered);
            assertThatThrownBy(() -> connector().verify(webhook, settings(), NOW))
                    .isInstanceOf(WebhookRefused.class);
        }
    }

    void refusesAnOldMessageAndOneFromTheFuture() throws IOException {
        Webhook webhook = signed(messages().get(0), NOW);
        for (Duration away : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            assertThatThrownBy(() -> connector().verify(webhook, settings(), NOW.plus(away)))
                    .isInstanceOf(WebhookRefused.class);
        }
    }

    void refusesAMessageWithoutHeadersOrWithoutASecretToCheckIt() throws IOException {
        byte[] message = messages().get(0);
        assertThatThrownBy(() -> connector().verify(new Webhook(Map.of(), message), settings(), NOW))
                .isInstanceOf(WebhookRefused.class);
        assertThatThrownBy(() -> connector().verify(signed(message, NOW), Map.of(), NOW))
                .isInstanceOf(WebhookRefused.class);
    }

    // --------------------------------------------------------------------------------------------------- mapping

    void readsEveryFixtureTheSameWayEachTime() throws IOException {
        for (byte[] message : messages()) {
            OrderNews news = connector().read(message.clone());
            assertThat(connector().read(message.clone())).isEqualTo(news);
            assertThat(news.order() != null || !news.changes().isEmpty()).isTrue();
        }
    }

    void keepsIdsAsTheText() throws IOException {
        boolean sawALongOne = false;
        for (byte[] message : messages()) {
            String text = new String(message, StandardCharsets.UTF_8);
            for (String id : ids(connector().read(message))) {
                assertThat(text).contains(id);
                sawALongOne |= id.matches("\\d{17,}");
            }
        }
        assertThat(sawALongOne)
                .as("a fixture has an id of 17 digits or more, which a double cannot hold")
                .isTrue();
    }

    void namesTheFieldThatIsWrong() throws IOException {
        Path folder = fixtures("malformed");
        Properties fields = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("fields.properties"))) {
            fields.load(in);
        }
        List<Path> files = files(folder);
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        for (Path file : files) {
            String name = file.getFileName().toString();
            assertThatThrownBy(() -> connector().read(Files.readAllBytes(file)))
                    .as(name)
                    .isInstanceOfSatisfying(UnreadableMessage.class, wrong -> assertThat(wrong.field())
                            .isEqualTo(fields.getProperty(name)));
        }
    }

    void neverFailsInAnyOtherWay() throws IOException {
        for (byte[] message : messages()) {
            for (int length = 0; length < message.length; length += 1 + message.length / 200) {
                onlyUnreadable(Arrays.copyOf(message, length));
                byte[] changed = message.clone();
                changed[length] = (byte) '7';
                onlyUnreadable(changed);
            }
        }
    }

    // ----------------------------------------------------------------------------------------------------- stock

    void tellsAFullBatchAndGetsAResultForEach() throws Exception {
        List<String> listings = listings(connector().descriptor().limits().stockBatch());
        List<StockOffer> offers = new ArrayList<>();
        for (String listing : listings) {
            offers.add(new StockOffer(listing, "SKU-" + listing, offers.size()));
        }
        try (DefaultCamelContext camel = started();
                var template = camel.createProducerTemplate()) {
            StockAnswer answer = template.requestBody(
                    connector().stockRoute(), new StockCall(UUID.randomUUID(), settings(), offers), StockAnswer.class);
            assertThat(answer.results())
                    .extracting(StockAnswer.Result::listingId)
                    .containsExactlyInAnyOrderElementsOf(listings);
            assertThat(answer.results())
                    .extracting(StockAnswer.Result::outcome)
                    .containsOnly(StockAnswer.Outcome.TAKEN);
        }
    }

    // ------------------------------------------------------------------------------------------------------ tools

    /** How long a call takes at the most. */
    protected Duration wholeAnswer = Duration.ofSeconds(20);

    /** A running Camel with the connector's routes. */
    protected final DefaultCamelContext started() throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.disableJMX();
        CamelEngine.configureHttp(camel, wholeAnswer);
        if (connector().routes().isPresent()) {
            camel.addRoutes(connector().routes().get());
        }
        camel.start();
        return camel;
    }

    private boolean readsMessages() {
        return can().webhooks() || can().pollsOrders();
    }

    private void onlyUnreadable(byte[] message) {
        try {
            connector().read(message);
        } catch (UnreadableMessage e) {
            assertThat(e.field()).isNotNull();
        }
    }

    private static Set<String> ids(OrderNews news) {
        Set<String> ids = new HashSet<>();
        if (news.order() != null) {
            ids.add(news.order().externalId());
            for (IncomingOrder.Line line : news.order().lines()) {
                ids.add(line.externalLineId());
                ids.add(line.listingId());
            }
        }
        for (OrderChange change : news.changes()) {
            ids.add(change.externalId());
            ids.add(change.eventId());
        }
        return ids;
    }

    private List<byte[]> messages() throws IOException {
        List<byte[]> messages = new ArrayList<>();
        for (Path file : files(fixtures("messages"))) {
            messages.add(Files.readAllBytes(file));
        }
        assertThat(messages).as("fixtures/messages").isNotEmpty();
        return messages;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private Path fixtures(String folder) {
        URL url = getClass().getResource("fixtures/" + folder);
        assertThat(url)
                .as("resource fixtures/%s beside %s", folder, getClass().getName())
                .isNotNull();
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

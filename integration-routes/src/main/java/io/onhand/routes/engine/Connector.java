package io.onhand.routes.engine;

import io.onhand.channel.ConnectorDescriptor;
import io.onhand.refusal.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;

/**
 * What one kind of channel can do, and how to talk to it. Implementations are CDI beans in {@code
 * io.onhand.routes.connector.<name>}, keep no state about tenants, and are held to their promises by the test {@code
 * ConnectorContract}. Which of the methods are called follows from {@link ConnectorDescriptor#capabilities()}:
 *
 * <ul>
 *   <li>{@code webhooks}: {@link #verify} and {@link #read}
 *   <li>{@code pollsOrders}: a route at {@link #ordersRoute} that answers an {@link OrdersCall} with an {@link OrdersPage},
 *       and {@link #read} for each message of the page
 *   <li>{@code writesStock}: a route at {@link #stockRoute} that answers a {@link StockCall} with a {@link StockAnswer}
 *   <li>{@code readsFiles}: {@link #readFile}
 * </ul>
 *
 * Routes throw {@link ChannelFailure} when the channel does not do its part; any other exception of theirs counts as the
 * channel being out of reach. They never retry on their own, but for a request that met an expired token.
 */
public interface Connector {
    /** What the connector says of itself; always the same. */
    ConnectorDescriptor descriptor();

    /** The connector's name in addresses and in the database. */
    default String id() {
        return descriptor().id();
    }

    /**
     * What a channel with these settings bears. The descriptor's limits unless the settings know better (an agreed quota, a
     * plan).
     */
    default ConnectorDescriptor.Limits limits(Map<String, String> settings) {
        return descriptor().limits();
    }

    /**
     * Checks that a webhook comes from the channel, on its raw bytes.
     *
     * @param settings of the channel, secrets included
     * @param now for the check of the message's age
     * @return the channel's id of the event, the same on each delivery, 1 to 200 characters
     * @throws WebhookRefused when it does not, or when that cannot be told
     */
    default String verify(Webhook webhook, Map<String, String> settings, Instant now) {
        throw new WebhookRefused("This connector takes no webhooks");
    }

    /**
     * Reads one message, as a webhook or a poll brought it. Pure: the same bytes always mean the same.
     *
     * @throws UnreadableMessage when it is not what the channel promised; names the field
     */
    default OrderNews read(byte[] message) {
        throw new UnreadableMessage("", "This connector gets no messages");
    }

    /**
     * Reads an uploaded file. Touches nothing but the bytes.
     *
     * @param content at most {@link io.onhand.imports.Imports#MAX_BYTES} bytes; not to be kept
     * @param password what opens it, or null; never logged
     * @param settings of the channel
     * @throws Refusal when the file as a whole cannot be read (password, damage, another mall's)
     * @throws UnknownColumns when it can be read once a person has said which column is what
     */
    default FileReading readFile(String name, byte[] content, String password, Map<String, String> settings) {
        throw Refusal.conflict("channel-reads-no-files", "The channel's orders do not come as files");
    }

    /** The Camel routes that talk to the channel. */
    default Optional<RoutesBuilder> routes() {
        return Optional.empty();
    }

    /** Where the engine asks for orders. */
    default String ordersRoute() {
        return "direct:" + id() + ".orders";
    }

    /** Where the engine tells stock. */
    default String stockRoute() {
        return "direct:" + id() + ".stock";
    }
}

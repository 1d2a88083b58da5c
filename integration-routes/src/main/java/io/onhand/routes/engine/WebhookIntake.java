package io.onhand.routes.engine;

import io.onhand.channel.ChannelAccess;
import io.onhand.channel.ChannelContact;
import io.onhand.relay.Inbox;
import io.onhand.tenant.DatabaseFailure;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes webhooks: proves the sender on the raw bytes and keeps the message. What it means is found out afterwards, so that
 * a channel is never kept waiting.
 */
@Singleton
class WebhookIntake {
    /** What the sender is told; {@code code} and {@code message} are null when all is well. */
    record Answer(int status, String code, String message) {
        private static final Answer ACCEPTED = new Answer(202, null, null);
        private static final Answer NO_ADDRESS = new Answer(404, "address-not-found", "No webhooks are taken here");
        private static final Answer NO_CHANNEL = new Answer(404, "channel-not-found", "No such channel");
        private static final Answer TOO_LARGE =
                new Answer(413, "body-too-large", "A webhook has at most " + Inbox.MAX_BYTES + " bytes");
        private static final Answer NOT_NOW = new Answer(503, "not-now", "Send it again later");
    }

    private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);
    private static final Pattern PATH = Pattern.compile(
            "/([a-z][a-z0-9-]{1,38})/([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})");

    private final ConnectorCatalog connectors;
    private final ChannelDirectory directory;
    private final TenantScope scope;
    private final ChannelContact contact;
    private final Inbox inbox;
    private final InboxRoute inboxRoute;
    private final Clock clock;
    private final QuietLog failures = new QuietLog(LOG);

    @Inject
    WebhookIntake(
            ConnectorCatalog connectors,
            ChannelDirectory directory,
            TenantScope scope,
            ChannelContact contact,
            Inbox inbox,
            InboxRoute inboxRoute,
            Clock clock) {
        this.connectors = connectors;
        this.directory = directory;
        this.scope = scope;
        this.contact = contact;
        this.inbox = inbox;
        this.inboxRoute = inboxRoute;
        this.clock = clock;
    }

    /**
     * Takes one webhook.
     *
     * @param path {@code /<connector>/<channel id>}
     * @param body as it came; null when it is longer than {@value Inbox#MAX_BYTES} bytes
     */
    Answer take(String path, Map<String, String> headers, byte[] body) {
        Matcher address = PATH.matcher(path);
        Connector connector =
                address.matches() ? connectors.find(address.group(1)).orElse(null) : null;
        if (connector == null || !connector.descriptor().capabilities().webhooks()) {
            return Answer.NO_ADDRESS;
        }
        if (body == null) {
            return Answer.TOO_LARGE;
        }
        try {
            return take(connector, UUID.fromString(address.group(2)), new Webhook(headers, body));
        } catch (WebhookRefused e) {
            return new Answer(401, "sender-not-proven", e.getMessage());
        } catch (DatabaseFailure e) {
            failures.warn("A webhook could not be kept", e);
            return Answer.NOT_NOW;
        }
    }

    private Answer take(Connector connector, UUID channel, Webhook webhook) {
        ChannelDirectory.Entry entry = directory
                .find(channel)
                .filter(found -> found.connector().equals(connector.id()))
                .orElse(null);
        if (entry == null || !scope.call(entry.tenant(), () -> keep(connector, channel, webhook))) {
            return Answer.NO_CHANNEL;
        }
        inboxRoute.ask(entry.tenant());
        return Answer.ACCEPTED;
    }

    /** False when the channel is gone. */
    private boolean keep(Connector connector, UUID channel, Webhook webhook) {
        Map<String, String> settings =
                contact.access(channel).map(ChannelAccess::settings).orElse(null);
        if (settings == null) {
            return false;
        }
        String event = connector.verify(webhook, settings, clock.instant());
        inbox.accept(channel, event, Inbox.Source.WEBHOOK, webhook.body());
        return true;
    }
}

package io.onhand.channel;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a connector needs to talk to a channel, secrets in plain text: for a moment's use only, never stored or logged.
 *
 * @param settings with the secrets
 * @param pollCursor where the last poll ended, in the connector's own words, or null
 * @param connectedAt when it was connected
 */
public record ChannelAccess(
        UUID channel,
        String connector,
        boolean active,
        Map<String, String> settings,
        String pollCursor,
        Instant connectedAt) {
    @Override
    public String toString() {
        return connector + " channel " + channel;
    }
}

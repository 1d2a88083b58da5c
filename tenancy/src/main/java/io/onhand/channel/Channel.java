package io.onhand.channel;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A connected shop, mall or till.
 *
 * @param connector the id of its {@link ConnectorDescriptor}
 * @param state {@code active} or {@code paused}
 * @param settings without the secrets
 * @param policy the current version
 * @param publishes whether it can be told stock
 * @param circuitOpenUntil until when it is left alone after failures, or null
 * @param lastError the last failure, or null; stays after a success
 * @param unmatched listings that wait to be linked
 * @param version rises with each change by a person
 */
public record Channel(
        UUID id,
        String connector,
        String name,
        String state,
        Map<String, String> settings,
        ChannelPolicy policy,
        boolean publishes,
        int failures,
        Instant circuitOpenUntil,
        ChannelError lastError,
        Instant lastSuccessAt,
        int unmatched,
        long version,
        Instant createdAt) {}

package io.onhand.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** What people change of a channel. What the engine notes of it (cursor, failures) is written by SQL beside the version. */
@Entity
@Table(name = "channel")
@DynamicUpdate
class ChannelEntity {
    @Id
    UUID id;

    @TenantId
    @PartitionKey
    UUID tenant_id;

    String connector;
    boolean publishes;
    String name;
    String state;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> settings;

    byte[] secrets;
    int policy_version;
    Integer poll_seconds;
    Integer quiet_poll_seconds;
    Instant polled_new_at;
    Instant next_poll_at;

    @Version
    long version;

    Instant created_at;

    protected ChannelEntity() {}

    ChannelEntity(UUID id, ConnectorDescriptor descriptor, Instant createdAt) {
        this.id = id;
        this.connector = descriptor.id();
        this.publishes = descriptor.capabilities().writesStock();
        this.state = "active";
        this.created_at = createdAt;
        if (descriptor.capabilities().pollsOrders()) {
            next_poll_at = createdAt;
            polled_new_at = createdAt;
        }
    }

    /** Is polled as its connector says now. */
    void pollAs(ConnectorDescriptor descriptor) {
        if (descriptor.capabilities().pollsOrders()) {
            poll_seconds = Math.max(1, descriptor.limits().pollSeconds());
            quiet_poll_seconds = Math.max(poll_seconds, descriptor.limits().quietPollSeconds());
        }
    }
}

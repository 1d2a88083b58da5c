package io.onhand.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

@Entity
@Table(name = "sku")
class SkuEntity {
    @Id
    UUID id;

    @TenantId
    @PartitionKey
    UUID tenant_id;

    String code;
    String name;
    String unit;
    boolean active;

    @Version
    long version;

    Instant created_at;

    /** Set by every save, so that the version rises for changed identifiers and components too. */
    Instant revised_at;

    protected SkuEntity() {}

    SkuEntity(UUID id, String code, Instant createdAt) {
        this.id = id;
        this.code = code;
        this.created_at = createdAt;
    }
}

package io.onhand.location;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

@Entity
@Table(name = "location")
class LocationEntity {
    @Id
    UUID id;

    @TenantId
    @PartitionKey
    UUID tenant_id;

    String code;
    String name;
    String kind;
    String time_zone;
    String country;
    String region;
    String city;
    String line1;
    String postal_code;
    boolean active;

    @Version
    long version;

    Instant created_at;

    protected LocationEntity() {}

    LocationEntity(UUID id, String code, Instant createdAt) {
        this.id = id;
        this.code = code;
        this.created_at = createdAt;
    }

    void set(Location wanted) {
        name = wanted.name();
        kind = wanted.kind();
        time_zone = wanted.timeZone();
        country = wanted.country();
        region = wanted.region();
        city = wanted.city();
        line1 = wanted.line1();
        postal_code = wanted.postalCode();
        active = wanted.active();
    }

    Location asLocation() {
        return new Location(
                id, code, name, kind, time_zone, country, region, city, line1, postal_code, active, version);
    }
}

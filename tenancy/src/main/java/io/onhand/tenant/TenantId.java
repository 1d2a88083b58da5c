package io.onhand.tenant;

import java.util.Objects;
import java.util.UUID;

/** The tenant that a piece of work belongs to. */
public record TenantId(UUID value) {
    public TenantId {
        Objects.requireNonNull(value, "tenant id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.onhand.tenant;

import java.util.Locale;
import java.util.UUID;

/**
 * The far end of a stock movement that leaves or enters the tenant's shelves. Every tenant has each of them once, so that
 * nothing in the ledger appears or vanishes.
 */
public enum VirtualLocation {
    SUPPLIER,
    CUSTOMER,
    ADJUSTMENT,
    IN_TRANSIT,
    QUARANTINE;

    /** Its row in the tenant's locations. */
    public UUID id(TenantId tenant) {
        return Ids.named(tenant, code());
    }

    /** E.g. {@code @in-transit}. */
    public String code() {
        return "@" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

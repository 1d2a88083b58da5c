package io.onhand.location;

import java.util.UUID;

/**
 * A place that can hold units.
 *
 * @param code the merchant's own code, unique in the tenant, 1 to 60 characters
 * @param kind {@code warehouse}, {@code store}, {@code 3pl}, {@code pickup-point} or {@code supplier}
 * @param timeZone IANA name
 * @param country ISO 3166-1 alpha-2, or null
 * @param active an inactive place serves no order and counts for no channel
 * @param version rises with each change
 */
public record Location(
        UUID id,
        String code,
        String name,
        String kind,
        String timeZone,
        String country,
        String region,
        String city,
        String line1,
        String postalCode,
        boolean active,
        long version) {}

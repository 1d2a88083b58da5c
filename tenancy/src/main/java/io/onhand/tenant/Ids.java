package io.onhand.tenant;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.UUID;

/** Row ids: UUID version 7, so that new rows land together in their index. */
public final class Ids {
    /** The order of the database, which is not that of {@link UUID#compareTo}: bytes without a sign. */
    public static final Comparator<UUID> ORDER = (a, b) -> a.getMostSignificantBits() == b.getMostSignificantBits()
            ? Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits())
            : Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id, later than every earlier one of this process. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** The same id each time for the same tenant and name: for rows that every tenant has exactly one of. */
    public static UUID named(TenantId tenant, String name) {
        return UUID.nameUUIDFromBytes((tenant + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}

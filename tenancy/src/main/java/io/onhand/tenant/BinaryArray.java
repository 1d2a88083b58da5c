package io.onhand.tenant;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Arrays in PostgreSQL's own format, for the types that the driver would write as text, sign by sign, for the database to
 * read again: most of what an order is made of is ids. The format is that of {@code array_send} in PostgreSQL's
 * {@code arrayfuncs.c}: dimensions, whether a null is among the elements, their type, the length, the first index, then the
 * size of each element, -1 for null, and its bytes.
 */
final class BinaryArray {
    private static final int HEADER_BYTES = 5 * Integer.BYTES;
    private static final int NULL_SIZE = -1;
    /** Times are microseconds since then, rounded as the driver rounds a single one. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final int HALF_A_MICROSECOND = 500;

    private BinaryArray() {}

    static Array of(Connection connection, UUID[] ids) throws SQLException {
        return of(connection, Oid.UUID_ARRAY, Oid.UUID, 2 * Long.BYTES, ids, (bytes, id) -> bytes.putLong(
                        id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()));
    }

    static Array of(Connection connection, Instant[] times) throws SQLException {
        return of(
                connection,
                Oid.TIMESTAMPTZ_ARRAY,
                Oid.TIMESTAMPTZ,
                Long.BYTES,
                times,
                (bytes, time) -> bytes.putLong(ChronoUnit.MICROS.between(EPOCH, time.plusNanos(HALF_A_MICROSECOND))));
    }

    private static <T> Array of(
            Connection connection, int arrayType, int type, int size, T[] elements, BiConsumer<ByteBuffer, T> write)
            throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + elements.length * (Integer.BYTES + size));
        bytes.putInt(elements.length == 0 ? 0 : 1).putInt(0).putInt(type);
        if (elements.length > 0) bytes.putInt(elements.length).putInt(1);
        for (T element : elements) {
            if (element == null) {
                bytes.putInt(NULL_SIZE).putInt(Integer.BYTES, 1);
            } else {
                bytes.putInt(size);
                write.accept(bytes, element);
            }
        }
        byte[] exactly = new byte[bytes.position()];
        bytes.flip().get(exactly);
        return new PgArray(connection.unwrap(BaseConnection.class), arrayType, exactly);
    }
}

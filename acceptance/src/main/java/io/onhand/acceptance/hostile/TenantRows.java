package io.onhand.acceptance.hostile;

import io.onhand.acceptance.product.Contents;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Superuser;
import io.onhand.acceptance.product.Until;
import java.time.Duration;
import java.util.List;

/** Everything that the database has of one tenant, read behind the product's back: rows of each table, and a digest of them. */
final class TenantRows {
    private static final String TABLES = """
            select format('%I', table_name) from information_schema.columns
            where table_schema = 'public' and column_name = 'tenant_id' order by table_name
            """;

    /** What the product still has to do by itself after an answer. */
    private static final String WORK = """
            select 'outbox' from outbox where tenant_id = $ and parked_at is null
            union all select 'inbox' from inbox where tenant_id = $ and parked_at is null
            union all select 'import ' || state from import_run where tenant_id = $ and next_attempt_at is not null
            """;

    private static final String TALKING =
            "select id::text from channel where tenant_id = $ and state = 'active' and connector <> 'order-file'";

    /** What the product's talk with channels changes, whenever that is. */
    private static final List<String> TALK = List.of("publication", "publication_lag", "publication_lease");

    private static final String WITHOUT_TALK =
            "(to_jsonb(t) - '{failures,circuit_open_until,last_error,last_error_at,last_success_at,poll_cursor,next_poll_at,polled_new_at}'::text[])::text";

    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Superuser database;
    private final String tenantId;
    private final String everything;

    /** What a tenant has in {@code database}. */
    TenantRows(Superuser database, String tenantId) {
        this.database = database;
        this.tenantId = tenantId;
        List<String> tables = database.texts(TABLES);
        tables.removeAll(TALK);
        this.everything = Contents.question(tables, WITHOUT_TALK, "tenant_id = '" + tenantId + "'");
    }

    /** All of it now. */
    Contents now() {
        return Contents.read(database, everything);
    }

    /**
     * All of it once the product does nothing for the tenant by itself any more.
     *
     * @param api of the tenant: channels that would talk with the outside are paused by it
     * @throws IllegalStateException if there is still work after a minute
     */
    Contents atStandstill(PartnerApi api) {
        ask(TALKING).forEach(channel -> api.post("/channels/" + channel + "/pause", null)
                .expect(200));
        List<String> work = Until.holds(STANDSTILL, () -> ask(WORK), List::isEmpty);
        if (!work.isEmpty()) {
            throw new IllegalStateException("still at work after " + STANDSTILL + ": " + work);
        }
        return now();
    }

    private List<String> ask(String sql) {
        return database.texts(sql.replace("$", "'" + tenantId + "'::uuid"));
    }
}

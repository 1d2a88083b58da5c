package io.onhand.acceptance.keycloak;

import io.onhand.acceptance.product.Superuser;

/** From its making to its end, one kind of write fails in the database, as it would with a full disk. */
final class FailingWrite implements AutoCloseable {
    private final Superuser database;

    /**
     * @param table whose new or changed rows fail
     * @param condition on the row {@code new}, in SQL
     */
    FailingWrite(Superuser database, String table, String condition) {
        this.database = database;
        database.execute("create function failing_write() returns trigger language plpgsql as $$ begin if " + condition
                + " then raise exception 'no space left on device' using errcode = 'disk_full'; end if;"
                + " return new; end $$");
        database.execute("create trigger failing_write before insert or update on " + table
                + " for each row execute function failing_write()");
    }

    @Override
    public void close() {
        database.execute("drop function failing_write() cascade");
    }
}

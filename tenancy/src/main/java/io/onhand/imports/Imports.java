package io.onhand.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import io.onhand.channel.Channels;
import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import io.onhand.tenant.Cursor;
import io.onhand.tenant.Ids;
import io.onhand.tenant.Json;
import io.onhand.tenant.Page;
import io.onhand.tenant.Row;
import io.onhand.tenant.Secrets;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The tenant's imports, as people see them: they upload, look, commit and undo. What has to be done then is
 * {@link ImportWork}. Use inside {@link TenantScope#call}.
 */
@Singleton
public class Imports {
    /** Most bytes of one file: 50 MB. */
    public static final int MAX_BYTES = 50_000_000;

    private static final String SELECT = """
            select i.id, i.channel_id, c.name as channel_name, i.file_name, i.size_bytes, i.template, i.state, i.drift::text as drift,
              i.effects::text as effects, i.read_rows, i.new_rows, i.duplicate_rows, i.changed_rows, i.rejected_rows, i.done_orders,
              i.total_orders, i.error_code, i.error_message, i.error_details::text as error_details,
              i.rejected_file is not null as has_rejected_file, i.created_at, i.created_by, i.finished_at
            from import_run i join channel c on c.tenant_id = i.tenant_id and c.id = i.channel_id
            """;

    private final TenantScope scope;
    private final Channels channels;
    private final Secrets secrets;
    private final Clock clock;

    @Inject
    public Imports(TenantScope scope, Channels channels, Secrets secrets, Clock clock) {
        this.scope = scope;
        this.channels = channels;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Keeps a file to be read.
     *
     * @param channel whose connector reads files
     * @param content 1 to {@value #MAX_BYTES} bytes
     * @param password of the file, or null; encrypted until the file was read, then forgotten
     */
    public UUID upload(UUID channel, String fileName, byte[] content, String password, String actor) {
        Require.text("fileName", fileName, 300);
        if (content.length == 0) throw Refusal.invalid("file-empty", "file", "The file is empty");
        if (content.length > MAX_BYTES)
            throw Refusal.tooMuch("file-too-large", "file", "At most " + MAX_BYTES + " bytes, not " + content.length)
                    .with("most", MAX_BYTES);
        if (!channels.connectors()
                .get(channels.get(channel).connector())
                .capabilities()
                .readsFiles())
            throw Refusal.conflict("channel-reads-no-files", "The channel's orders do not come as files");
        UUID id = Ids.next();
        Instant now = clock.instant();
        scope.sql()
                .update(
                        """
                        insert into import_run (tenant_id, id, channel_id, file_name, size_bytes, content, password, state, created_at, created_by, next_attempt_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'uploaded', ?, ?, ?)""",
                        scope.tenant(),
                        id,
                        channel,
                        fileName,
                        content.length,
                        content,
                        password == null || password.isEmpty() ? null : secrets.encrypt(scope.tenant(), password),
                        now,
                        actor,
                        now);
        return id;
    }

    /** Lets the worker accept what was previewed. Asking twice is the same as asking once. */
    public ImportRun commit(UUID id) {
        return begin(id, ImportState.PREVIEWED, ImportState.COMMITTING, "import-not-previewed");
    }

    /** Lets the worker take back what was committed: its new orders are cancelled, their units return to stock. */
    public ImportRun undo(UUID id) {
        return begin(id, ImportState.COMMITTED, ImportState.UNDOING, "import-not-committed");
    }

    /** @throws Refusal {@code import-not-found} */
    public ImportRun get(UUID id) {
        return scope.sql()
                .first(SELECT + " where i.tenant_id = ? and i.id = ?", Imports::run, scope.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("import", id));
    }

    /** Imports, the newest first; {@code limit} 1 to {@value Page#MAX}. */
    public Page<ImportRun> list(String cursor, int limit) {
        Cursor start = Cursor.parse(cursor);
        List<ImportRun> found = scope.sql()
                .list(
                        SELECT
                                + " where i.tenant_id = ? and (i.created_at, i.id) < (?, ?) order by i.created_at desc, i.id desc limit ?",
                        Imports::run,
                        scope.tenant(),
                        start.at(),
                        start.id(),
                        limit + 1);
        return Page.of(found, limit, last -> new Cursor(last.createdAt(), last.id()).text());
    }

    /**
     * Rows of the file, in its order.
     *
     * @param outcome new, duplicate, changed or rejected; null for all
     * @param after the row number that the page before ended with; null for the start
     */
    public Page<ImportRun.RowView> rows(UUID id, String outcome, Integer after, int limit) {
        get(id);
        List<Object> parameters = new ArrayList<>(List.of(scope.tenant(), id, after == null ? 0 : after));
        String only = "";
        if (outcome != null) {
            only = " and outcome = ?";
            parameters.add(outcome);
        }
        parameters.add(limit + 1);
        List<ImportRun.RowView> found = scope.sql()
                .list(
                        "select * from import_row where tenant_id = ? and import_id = ? and row_number > ?" + only
                                + " order by row_number limit ?",
                        row -> new ImportRun.RowView(
                                row.number("row_number"),
                                row.texts("cells"),
                                row.text("external_id"),
                                row.text("outcome"),
                                row.text("code"),
                                row.text("column_name"),
                                row.text("message")),
                        parameters.toArray());
        return Page.of(found, limit, last -> String.valueOf(last.number()));
    }

    /** The rejected rows as a file that can be corrected and uploaded again. */
    public byte[] rejectedFile(UUID id) {
        return scope.sql()
                .first(
                        "select rejected_file from import_run where tenant_id = ? and id = ? and rejected_file is not null",
                        row -> row.bytes("rejected_file"),
                        scope.tenant(),
                        id)
                .orElseThrow(() -> Refusal.notFound("rejected-file", id));
    }

    private ImportRun begin(UUID id, ImportState from, ImportState to, String otherwise) {
        ImportRun run = get(id);
        int met = scope.sql()
                .update(
                        "update import_run set state = ?, done_orders = 0, attempts = 0, next_attempt_at = ?, finished_at = null where tenant_id = ? and id = ? and state = ?",
                        to.code(),
                        clock.instant(),
                        scope.tenant(),
                        id,
                        from.code());
        if (met == 0 && run.state() != to)
            throw Refusal.conflict(otherwise, "The import is " + run.state().code() + ", not " + from.code())
                    .with("state", run.state().code());
        if (met == 1 && to == ImportState.UNDOING)
            scope.sql()
                    .update(
                            "update import_order set done = (outcome <> 'new' or order_id is null) where tenant_id = ? and import_id = ?",
                            scope.tenant(),
                            id);
        return get(id);
    }

    private static ImportRun run(Row row) throws SQLException {
        List<ImportRun.Effect> effects = Json.read(row.text("effects"), new TypeReference<>() {});
        return new ImportRun(
                row.id("id"),
                row.id("channel_id"),
                row.text("channel_name"),
                row.text("file_name"),
                row.number("size_bytes"),
                row.text("template"),
                ImportState.of(row.text("state")),
                Json.read(row.text("drift"), ReadFile.Drift.class),
                effects == null ? List.of() : effects,
                row.number("read_rows"),
                row.number("new_rows"),
                row.number("duplicate_rows"),
                row.number("changed_rows"),
                row.number("rejected_rows"),
                row.number("done_orders"),
                row.number("total_orders"),
                row.text("error_code"),
                row.text("error_message"),
                Json.read(row.text("error_details"), new TypeReference<>() {}),
                row.flag("has_rejected_file"),
                row.instant("created_at"),
                row.text("created_by"),
                row.instant("finished_at"));
    }
}

package io.onhand.imports;

import static io.onhand.tenant.Columns.column;

import io.onhand.canonical.IncomingOrder;
import io.onhand.channel.ChannelAccess;
import io.onhand.channel.ChannelContact;
import io.onhand.order.Accepted;
import io.onhand.order.Cancellations;
import io.onhand.order.OrderDraft;
import io.onhand.order.Orders;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.Json;
import io.onhand.tenant.Row;
import io.onhand.tenant.Secrets;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The work of imports, done by whoever claims it: an uploaded file is read elsewhere and gets its {@link #preview}, a commit
 * or undo is worked off one chunk after the other. Use inside {@link TenantScope#call}.
 */
@Singleton
public class ImportWork {
    /** What became of the order of a row {@code r}: looked up for each row, as no join could go the other way round. */
    private static final String OUTCOME =
            "select o.outcome from import_order o where o.tenant_id = r.tenant_id and o.import_id = r.import_id and o.position = r.order_position";

    private static final int CHUNK_ORDERS = Orders.MAX_BATCH;
    private static final int MAX_ATTEMPTS = 5;

    private final TenantScope scope;
    private final Imports imports;
    private final ChannelContact contact;
    private final Orders orders;
    private final Cancellations cancellations;
    private final ImportEffects effects;
    private final Secrets secrets;
    private final Clock clock;

    @Inject
    ImportWork(
            TenantScope scope,
            Imports imports,
            ChannelContact contact,
            Orders orders,
            Cancellations cancellations,
            ImportEffects effects,
            Secrets secrets,
            Clock clock) {
        this.scope = scope;
        this.imports = imports;
        this.contact = contact;
        this.orders = orders;
        this.cancellations = cancellations;
        this.effects = effects;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Due work.
     *
     * @param state what is to be done: {@code UPLOADED} to read, {@code COMMITTING} or {@code UNDOING} for {@link #workOn}
     * @param content the file; null unless it is to be read
     */
    public record Due(
            UUID id, ChannelAccess channel, ImportState state, String fileName, byte[] content, String password) {
        @Override
        public String toString() {
            return "import " + id + " " + state;
        }
    }

    /**
     * Claims a due import for the length of the lease. One that was claimed {@value #MAX_ATTEMPTS} times without getting
     * further fails.
     */
    public Optional<Due> claim(Duration lease) {
        Instant now = clock.instant();
        scope.sql().update("""
                        update import_run set state = 'failed', error_code = 'import-stuck', error_message = 'Could not be worked off', next_attempt_at = null,
                          content = null, password = null, finished_at = ?
                        where tenant_id = ? and next_attempt_at <= ? and attempts >= ? and state = 'uploaded'""", now, scope.tenant(), now, MAX_ATTEMPTS);
        return scope.sql()
                .first(
                        """
                        update import_run set next_attempt_at = ?, attempts = attempts + 1 where tenant_id = ? and id = (
                          select id from import_run where tenant_id = ? and next_attempt_at <= ? order by next_attempt_at limit 1 for update skip locked)
                        returning id, channel_id, state, file_name, content, password""",
                        row -> new Due(
                                row.id("id"),
                                contact.access(row.id("channel_id")).orElseThrow(),
                                ImportState.of(row.text("state")),
                                row.text("file_name"),
                                row.bytes("content"),
                                password(row)),
                        now.plus(lease),
                        scope.tenant(),
                        scope.tenant(),
                        now);
    }

    /**
     * The file was read: keeps its rows and what would become of them.
     *
     * @param rejectedFile the rejected rows as a file of the same kind, or null when there are none
     */
    public void preview(UUID id, ReadFile file, byte[] rejectedFile) {
        ImportRun run = imports.get(id);
        List<OrderDraft> drafts =
                file.orders().stream().map(one -> draft(run, one.order())).toList();
        List<Accepted> foreseen = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i += Orders.MAX_BATCH)
            foreseen.addAll(orders.foresee(drafts.subList(i, Math.min(drafts.size(), i + Orders.MAX_BATCH))));
        ImportRows rows = new ImportRows(scope, id);
        List<IncomingOrder> fresh = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            ReadFile.FileOrder order = file.orders().get(i);
            Accepted outcome = foreseen.get(i);
            rows.add(order, outcome);
            if (outcome.outcome() == Accepted.Outcome.NEW) fresh.add(order.order());
        }
        file.rejected().forEach(rows::add);
        rows.write();
        scope.sql()
                .update(
                        """
                        update import_run set state = 'previewed', template = ?, drift = ?::jsonb, effects = ?::jsonb, rejected_file = ?, content = null,
                          password = null, read_rows = ?, new_rows = ?, duplicate_rows = ?, changed_rows = ?, rejected_rows = ?, total_orders = ?,
                          next_attempt_at = null, attempts = 0
                        where tenant_id = ? and id = ?""",
                        file.template(),
                        Json.write(file.drift()),
                        Json.write(effects.of(run.channelId(), fresh)),
                        rejectedFile,
                        rows.read(),
                        rows.count("new"),
                        rows.count("duplicate"),
                        rows.count("changed"),
                        rows.count("rejected"),
                        rows.orders(),
                        scope.tenant(),
                        id);
    }

    /** The file cannot be read: the import ends with the refusal's words. */
    public void fail(UUID id, Refusal refusal) {
        scope.sql()
                .update(
                        """
                        update import_run set state = 'failed', error_code = ?, error_message = ?, error_details = ?::jsonb, content = null, password = null,
                          next_attempt_at = null, finished_at = ? where tenant_id = ? and id = ? and state = 'uploaded'""",
                        refusal.code(),
                        refusal.getMessage(),
                        Json.write(refusal.details()),
                        clock.instant(),
                        scope.tenant(),
                        id);
    }

    /**
     * Works off one chunk of a claimed commit or undo.
     *
     * @return whether it goes on
     */
    public boolean workOn(UUID id) {
        ImportRun run = imports.get(id);
        boolean commit = run.state() == ImportState.COMMITTING;
        if (!commit && run.state() != ImportState.UNDOING) return false;
        record Part(int position, IncomingOrder order, UUID orderId) {}
        List<Part> parts = scope.sql()
                .list(
                        "select position, message::text as message, order_id from import_order where tenant_id = ? and import_id = ? and not done order by position limit ? for update",
                        row -> new Part(
                                row.number("position"),
                                Json.read(row.text("message"), IncomingOrder.class),
                                row.id("order_id")),
                        scope.tenant(),
                        id,
                        CHUNK_ORDERS);
        if (parts.isEmpty()) {
            finish(id, commit);
            return false;
        }
        List<Accepted> results = List.of();
        if (commit)
            results = orders.accept(
                    parts.stream().map(part -> draft(run, part.order())).toList());
        else cancellations.undo(parts.stream().map(Part::orderId).toList(), run.createdBy());
        done(id, parts.stream().map(Part::position).toList(), results);
        scope.sql()
                .update(
                        "update import_run set done_orders = done_orders + ?, attempts = 0, next_attempt_at = ? where tenant_id = ? and id = ?",
                        parts.size(),
                        clock.instant(),
                        scope.tenant(),
                        id);
        return true;
    }

    private static OrderDraft draft(ImportRun run, IncomingOrder order) {
        return new OrderDraft(run.channelId(), OrderDraft.Source.FILE, run.createdBy(), run.id(), order);
    }

    /** Those positions are worked off; a commit notes what became of each. */
    private void done(UUID id, List<Integer> positions, List<Accepted> results) {
        boolean commit = !results.isEmpty();
        scope.sql()
                .update(
                        """
                        update import_order o set done = true, outcome = coalesce(w.outcome, o.outcome), order_id = coalesce(w.order_id, o.order_id)
                        from unnest(?::int[], ?::text[], ?::uuid[]) as w(position, outcome, order_id)
                        where o.tenant_id = ? and o.import_id = ? and o.position = w.position""",
                        positions.toArray(Integer[]::new),
                        commit ? column(results, ImportRows::outcome, String[]::new) : new String[positions.size()],
                        commit ? column(results, Accepted::orderId, UUID[]::new) : new UUID[positions.size()],
                        scope.tenant(),
                        id);
    }

    private void finish(UUID id, boolean commit) {
        scope.sql().update("""
                        update import_row r set outcome = (%1$s)
                        where r.tenant_id = ? and r.import_id = ? and r.outcome <> 'rejected' and r.outcome <> (%1$s)""".formatted(OUTCOME), scope.tenant(), id);
        scope.sql()
                .update(
                        """
                        update import_run i set state = ?, next_attempt_at = null, finished_at = ?, new_rows = n.new_rows,
                          duplicate_rows = n.duplicate_rows, changed_rows = n.changed_rows, rejected_rows = n.rejected_rows
                        from (select count(*) filter (where outcome = 'new') as new_rows, count(*) filter (where outcome = 'duplicate') as duplicate_rows,
                                count(*) filter (where outcome = 'changed') as changed_rows, count(*) filter (where outcome = 'rejected') as rejected_rows
                              from import_row where tenant_id = ? and import_id = ?) as n
                        where i.tenant_id = ? and i.id = ?""",
                        (commit ? ImportState.COMMITTED : ImportState.UNDONE).code(),
                        clock.instant(),
                        scope.tenant(),
                        id,
                        scope.tenant(),
                        id);
    }

    private String password(Row row) throws SQLException {
        byte[] encrypted = row.bytes("password");
        return encrypted == null ? null : secrets.decrypt(scope.tenant(), encrypted);
    }
}

package io.onhand.imports;

import io.onhand.channel.Channel;
import io.onhand.channel.Channels;
import io.onhand.channel.ColumnNames;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.FileField;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.Json;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files whose columns are not known. Such a file waits until a person says which column is what; that is kept in the
 * channel's settings for every file after it, and the file is read again. Use inside {@link TenantScope#call}.
 */
@Singleton
public class UnrecognisedFiles {
    private final TenantScope scope;
    private final Imports imports;
    private final Channels channels;
    private final Clock clock;

    @Inject
    public UnrecognisedFiles(TenantScope scope, Imports imports, Channels channels, Clock clock) {
        this.scope = scope;
        this.imports = imports;
        this.channels = channels;
        this.clock = clock;
    }

    /** The file was read, but not understood: it waits, its bytes and password are kept. */
    public void keep(UUID id, Refusal why, FileTable table) {
        scope.sql()
                .update(
                        """
                        update import_run set state = 'unrecognised', file_table = ?::jsonb, error_code = ?, error_message = ?, error_details = ?::jsonb,
                          next_attempt_at = null, attempts = 0 where tenant_id = ? and id = ? and state = 'uploaded'""",
                        Json.write(table),
                        why.code(),
                        why.getMessage(),
                        Json.write(why.details()),
                        scope.tenant(),
                        id);
    }

    /** What stands in a file that was not recognised when it came; empty for others. */
    public Optional<FileTable> table(UUID id) {
        return scope.sql()
                .first(
                        "select file_table::text as file_table from import_run where tenant_id = ? and id = ? and file_table is not null",
                        row -> Json.read(row.text("file_table"), FileTable.class),
                        scope.tenant(),
                        id);
    }

    /** What stood in the channel's newest file that was not recognised when it came. */
    public Optional<FileTable> newestTable(UUID channel) {
        return scope.sql()
                .first("""
                        select file_table::text as file_table from import_run where tenant_id = ? and channel_id = ? and file_table is not null
                        order by created_at desc limit 1""", row -> Json.read(row.text("file_table"), FileTable.class), scope.tenant(), channel);
    }

    /**
     * Says which column is what, for this file and those that come after it, and lets the file be read again.
     *
     * @param columns by the keys of the connector's {@link ConnectorDescriptor#fileFields()}
     * @param settings further settings of the channel, such as its time zone and currency; blank takes one away
     * @throws Refusal {@code import-not-unrecognised}, and what {@link #problems} finds
     */
    public ImportRun explain(UUID id, Map<String, String> columns, Map<String, String> settings) {
        ImportRun run = imports.get(id);
        FileTable table = table(id)
                .filter(found -> run.state() == ImportState.UNRECOGNISED)
                .orElseThrow(() -> Refusal.conflict(
                                "import-not-unrecognised",
                                "The import is " + run.state().code() + ", not unrecognised")
                        .with("state", run.state().code()));
        Channel channel = channels.get(run.channelId());
        changeFormat(channel, columns, settings, table, channel.version());
        scope.sql().update("""
                        update import_run set state = 'uploaded', error_code = null, error_message = null, error_details = null, next_attempt_at = ?
                        where tenant_id = ? and id = ? and state = 'unrecognised'""", clock.instant(), scope.tenant(), id);
        return imports.get(id);
    }

    /**
     * Says it for the files to come.
     *
     * @param settings as with {@link #explain}
     * @param table what the last file looked like, to check against; null when there was none
     * @param expectedVersion of the channel
     */
    public Channel changeFormat(
            Channel channel,
            Map<String, String> columns,
            Map<String, String> settings,
            FileTable table,
            Long expectedVersion) {
        ConnectorDescriptor connector = channels.connectors().get(channel.connector());
        problems(columns, connector.fileFields(), table).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        Map<String, String> all = new TreeMap<>(channel.settings());
        if (table != null) all.putAll(table.settings());
        all.putAll(settings);
        all.put(
                connector
                        .columnsSetting()
                        .orElseThrow(() ->
                                Refusal.conflict("channel-reads-no-files", "The channel's files cannot be explained"))
                        .name(),
                ColumnNames.write(columns));
        return channels.change(channel.id(), channel.name(), all, expectedVersion);
    }

    /** Everything that is wrong with these columns, each at {@code columns.<field>}; {@code table} may be null. */
    public static List<Refusal> problems(Map<String, String> columns, List<FileField> fields, FileTable table) {
        return Stream.concat(
                        ColumnNames.problems(columns, fields).stream(),
                        table == null ? Stream.empty() : table.problems(columns, fields).stream())
                .toList();
    }

    /** Nobody will explain it: its bytes are forgotten. */
    public ImportRun discard(UUID id) {
        scope.sql().update("""
                        update import_run set state = 'failed', content = null, password = null, finished_at = ?
                        where tenant_id = ? and id = ? and state = 'unrecognised'""", clock.instant(), scope.tenant(), id);
        return imports.get(id);
    }
}

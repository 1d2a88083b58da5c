package io.onhand.routes.engine;

import io.onhand.imports.ImportState;
import io.onhand.imports.ImportWork;
import io.onhand.imports.UnrecognisedFiles;
import io.onhand.refusal.Refusal;
import io.onhand.relay.DueWork;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Reads uploaded files through their connector, and works off commits and undos chunk by chunk. */
@Singleton
class ImportRoute extends Ticks {
    /** Time to read the largest file. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DueWork due;
    private final TenantScope scope;
    private final ImportWork imports;
    private final UnrecognisedFiles unrecognised;
    private final ConnectorCatalog connectors;
    private final OutboxRoute outbox;
    private final Lanes<TenantId> lanes;

    @Inject
    ImportRoute(
            DueWork due,
            TenantScope scope,
            ImportWork imports,
            UnrecognisedFiles unrecognised,
            ConnectorCatalog connectors,
            OutboxRoute outbox,
            EngineThreads threads) {
        super("imports", Duration.ofMillis(250));
        this.due = due;
        this.scope = scope;
        this.imports = imports;
        this.unrecognised = unrecognised;
        this.connectors = connectors;
        this.outbox = outbox;
        this.lanes = new Lanes<>("Import", threads.imports(), this::work);
    }

    @Override
    void tick() {
        due.imports().forEach(lanes::ask);
    }

    /** One file, or one chunk of one. */
    private boolean work(TenantId tenant) {
        Optional<ImportWork.Due> claimed = scope.call(tenant, () -> imports.claim(LEASE));
        if (claimed.isEmpty()) {
            return false;
        }
        ImportWork.Due work = claimed.get();
        if (work.state() == ImportState.UPLOADED) {
            read(tenant, work);
        } else {
            scope.call(tenant, () -> imports.workOn(work.id()));
            outbox.ask(tenant);
        }
        return true;
    }

    private void read(TenantId tenant, ImportWork.Due work) {
        try {
            Connector connector = connectors
                    .find(work.channel().connector())
                    .orElseThrow(() -> Refusal.conflict(
                            "connector-missing",
                            "There is no connector " + work.channel().connector() + " here"));
            FileReading reading = connector.readFile(
                    work.fileName(),
                    work.content(),
                    work.password(),
                    work.channel().settings());
            scope.run(tenant, () -> imports.preview(work.id(), reading.file(), reading.rejectedRows()));
        } catch (UnknownColumns unknown) {
            scope.run(tenant, () -> unrecognised.keep(work.id(), unknown.why(), unknown.table()));
        } catch (Refusal refusal) {
            scope.run(tenant, () -> imports.fail(work.id(), refusal));
        }
    }
}

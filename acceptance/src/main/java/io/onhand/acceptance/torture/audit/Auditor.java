package io.onhand.acceptance.torture.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Holds what is written and what was answered against what must be. */
public final class Auditor {
    private static final String LONGEST_QUERY = "60s";

    /** The class of SQL states that say that a query is wrong, whoever asks it and when. */
    private static final String WRONG_QUERY = "42";

    private final Books books;
    private final Claims claims;
    private final Shops shops;
    private final List<Check> checks = new ArrayList<>();

    /**
     * An auditor of one installation.
     *
     * @param logs folder of its logs
     * @param secrets what may be in no log
     */
    public Auditor(Books books, Claims claims, Shops shops, Path logs, Collection<String> secrets) {
        this.books = books;
        this.claims = claims;
        this.shops = shops;
        checks.addAll(LedgerChecks.ALL);
        checks.addAll(OrderChecks.ALL);
        checks.addAll(ClaimChecks.ALL);
        checks.add(new TenantCheck());
        checks.add(new ReferenceCheck());
        checks.add(new SecretsInLogs(logs, secrets));
        checks.add(new UnexpectedFailures(logs));
        checks.addAll(WaitingChecks.ALL);
        checks.addAll(ShopChecks.ALL);
    }

    /** Names of all checks, in their order. */
    public List<String> checks() {
        return checks.stream().map(Check::name).toList();
    }

    /**
     * What contradicts that which holds at any instant.
     *
     * @throws SQLException when the database cannot be asked now
     */
    public List<Violation> amidTheLoad() throws SQLException {
        return audit(Check.Moment.ALWAYS);
    }

    /**
     * What contradicts that which holds once everything is worked off; asked again and again until that is so.
     *
     * @throws SQLException when the database cannot be asked now
     */
    public List<Violation> onceQuiet() throws SQLException {
        return audit(Check.Moment.QUIET);
    }

    private List<Violation> audit(Check.Moment moment) throws SQLException {
        // In this order: what was claimed before the state was taken must be in it.
        Claims.Snapshot claimed = claims.snapshot();
        try (Connection connection = books.open()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = '" + LONGEST_QUERY + "'");
            }
            List<Violation> found = audit(moment, new Evidence(connection, claimed, shops));
            connection.rollback();
            return found;
        }
    }

    /** All checks of a moment; what holds always holds once it is quiet too. */
    List<Violation> audit(Check.Moment moment, Evidence evidence) throws SQLException {
        List<Violation> found = new ArrayList<>();
        for (Check check : checks) {
            if (check.moment() == Check.Moment.ALWAYS || moment == Check.Moment.QUIET) {
                find(check, evidence).forEach(what -> found.add(new Violation(check.name(), what)));
            }
        }
        return found;
    }

    private static List<String> find(Check check, Evidence evidence) throws SQLException {
        try {
            return check.find(evidence);
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith(WRONG_QUERY)) {
                throw new IllegalStateException("the check " + check.name() + " does not fit the tables", e);
            }
            throw e;
        }
    }
}

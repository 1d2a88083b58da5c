package io.onhand.acceptance.torture;

import io.onhand.acceptance.product.SandboxShop;
import io.onhand.acceptance.torture.audit.Auditor;
import io.onhand.acceptance.torture.audit.Claims;
import io.onhand.acceptance.torture.audit.SandboxRecords;
import io.onhand.acceptance.torture.audit.Violation;
import io.onhand.acceptance.torture.fault.Catalog;
import io.onhand.acceptance.torture.fault.Struck;
import io.onhand.acceptance.torture.load.Load;
import io.onhand.acceptance.torture.load.Stage;
import io.onhand.acceptance.torture.load.Trader;
import io.onhand.acceptance.torture.rig.Rig;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One torture of one installation, from the first order to the last look of the auditor. */
final class Torment {
    private static final Duration BETWEEN_AUDITS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(20);

    /** How long those who wait for an answer may go on asking once the load has ended. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(90);

    /** The longest rest of a circuit, a listing that is told again, and the clock of a node that ran ahead. */
    private static final Duration QUIET_PATIENCE = Duration.ofMinutes(6);

    private final Rig rig;
    private final TortureOptions options;
    private final Consumer<String> say;
    private final Claims claims = new Claims();
    private final List<Struck> struck = Collections.synchronizedList(new ArrayList<>());
    private final List<Violation> violations = new ArrayList<>();
    private int audits;

    Torment(Rig rig, TortureOptions options, Consumer<String> say) {
        this.rig = rig;
        this.options = options;
        this.say = say;
    }

    /** @throws IllegalArgumentException when a fault is named that there is not */
    Outcome inflict() {
        List<Trader> traders = new Stage(rig).set();
        Auditor auditor = auditor(traders);
        Load load = new Load(rig, traders, options.seed(), claims);
        Catalog catalog = new Catalog(rig, traders, claims, load.gate());
        List<String> faults = FaultNames.choose(options.faults(), catalog.names());
        catalog.missing(faults).forEach(missing -> say.accept("left out, " + missing));
        Instant start = Instant.now();
        load.start();
        catalog.begin(faults, options.seed(), struck::add);
        watch(start, auditor, load, catalog);
        load.gate().close();
        catalog.end();
        load.end(LAST_ANSWERS);
        giveUp(load, catalog);
        Instant end = Instant.now();
        if (violations.isEmpty()) {
            say.accept("the load has ended; waiting until everything is worked off");
            violations.addAll(awaitQuiet(auditor));
        }
        return new Outcome(
                options.seed(),
                Duration.between(start, end),
                Duration.between(end, Instant.now()),
                load.tally().counts(),
                List.copyOf(struck),
                audits,
                List.copyOf(violations));
    }

    private Auditor auditor(List<Trader> traders) {
        List<SandboxShop> shops = traders.stream()
                .flatMap(trader -> trader.stands().stream())
                .map(stand -> stand.shop())
                .toList();
        List<String> secrets = new ArrayList<>(rig.secrets());
        traders.forEach(trader -> secrets.add(trader.client() + "-secret"));
        for (SandboxShop shop : shops) {
            secrets.add(shop.settings().path("clientSecret").asText());
            secrets.add(shop.settings().path("webhookSecret").asText().replace("whsec_", ""));
        }
        return new Auditor(rig.books(), claims, new SandboxRecords(shops), rig.logs(), secrets);
    }

    /** Goes on for as long as it was asked to and nothing is found. */
    private void watch(Instant start, Auditor auditor, Load load, Catalog catalog) {
        Instant end = start.plus(Duration.ofMinutes(options.minutes()));
        Instant nextAudit = start.plus(BETWEEN_AUDITS);
        while (violations.isEmpty() && Instant.now().isBefore(end)) {
            load.gate().rest(BETWEEN_LOOKS);
            giveUp(load, catalog);
            if (Instant.now().isAfter(nextAudit) && audit(auditor)) {
                nextAudit = Instant.now().plus(BETWEEN_AUDITS);
                say.accept(Report.progress(
                        Duration.between(start, Instant.now()), load.tally().counts(), struck.size()));
            }
        }
    }

    /** What is still wrong when the patience is over; says meanwhile what is waited for. */
    private List<Violation> awaitQuiet(Auditor auditor) {
        Instant deadline = Instant.now().plus(QUIET_PATIENCE);
        Instant nextWord = Instant.now().plus(BETWEEN_WORDS);
        while (true) {
            List<Violation> found = look(auditor);
            Instant now = Instant.now();
            if (found.isEmpty() || now.isAfter(deadline)) {
                return found;
            }
            if (now.isAfter(nextWord)) {
                say.accept("not yet, " + found.get(0));
                nextWord = now.plus(BETWEEN_WORDS);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private List<Violation> look(Auditor auditor) {
        try {
            audits++;
            return auditor.onceQuiet();
        } catch (SQLException e) {
            return List.of(new Violation("database-answers", String.valueOf(e.getMessage())));
        }
    }

    /** False when the database could not be asked: it will be soon. */
    private boolean audit(Auditor auditor) {
        try {
            violations.addAll(auditor.amidTheLoad());
            audits++;
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void giveUp(Load load, Catalog catalog) {
        load.failure().ifPresent(failure -> found("answers-are-allowed", failure));
        catalog.failure().ifPresent(failure -> found("faults-can-strike", failure));
        struck.stream()
                .filter(one -> !one.recovered())
                .findFirst()
                .ifPresent(one -> violations.add(new Violation("faults-pass", one.fault() + " never passed")));
    }

    private void found(String check, Throwable failure) {
        violations.add(new Violation(check, String.valueOf(failure.getMessage())));
    }
}

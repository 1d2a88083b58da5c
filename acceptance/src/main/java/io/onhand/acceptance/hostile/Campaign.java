package io.onhand.acceptance.hostile;

import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Contents;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Superuser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * A seeded series of requests to every operation in turn, most of them spoiled in one place. Each answer is judged, and after
 * each refusal, and each read, the tenant's rows are compared with those before.
 */
final class Campaign {
    /** One request in so many is meant well. */
    private static final int WELL_MEANT = 10;
    /** Not every way to spoil fits every request. */
    private static final int TRIES = 20;

    private final Installation installation;
    private final long seed;
    private final OpenApi api;
    private final List<Operation> operations;
    private final List<Spoiler> spoilers = new ArrayList<>();
    private final Findings findings;

    /** Against an installation on this machine; the same seed makes the same requests, but for ids. */
    Campaign(Installation installation, long seed) {
        this.installation = installation;
        this.seed = seed;
        this.api = OpenApi.of(installation.url());
        this.operations = api.operations();
        this.findings = new Findings(operations);
        spoilers.addAll(new BodySpoilers(api).all());
        spoilers.addAll(MessageSpoilers.all());
        spoilers.addAll(AddressSpoilers.all());
    }

    /**
     * Sends so many requests.
     *
     * @param progress told the number of each request before it is sent
     */
    Findings run(int requests, IntConsumer progress) {
        Household household = Household.found(installation, scopes(operations));
        try (Superuser database = new Superuser(installation, Superuser.ONHAND);
                Sender sender = new Sender(installation.url())) {
            TenantRows rows = new TenantRows(database, household.id());
            Contents before = rows.atStandstill(household.api());
            for (int number = 0; number < requests; number++) {
                progress.accept(number);
                Draft draft = draft(number, household);
                String token = draft.operation().operators()
                        ? household.operatorToken()
                        : household.token(household.everything());
                Answer answer = send(sender, draft, token, number);
                before = look(draft, answer, number, before, rows, household);
            }
        }
        return findings;
    }

    static Set<String> scopes(List<Operation> operations) {
        Set<String> scopes = new TreeSet<>();
        operations.stream()
                .map(Operation::scope)
                .filter(scope -> !scope.isEmpty())
                .forEach(scopes::add);
        return scopes;
    }

    private Draft draft(int number, Household household) {
        // Neighbouring seeds of Random begin alike; these are mixed.
        Random random = new Random(new SplittableRandom(seed * 1_000_003L + number).nextLong());
        Draft draft = Draft.wellMeant(operations.get(number % operations.size()), new Sample(api, household, random));
        boolean wellMeant = number < 3 * operations.size() || random.nextInt(WELL_MEANT) == 0;
        for (int i = 0; !wellMeant && i < TRIES; i++) {
            Spoiled spoiled = Texts.one(spoilers, random).spoil(draft, random);
            if (spoiled != null) {
                return draft.spoiled(spoiled);
            }
        }
        return draft;
    }

    /** The answer; null when there was none. */
    private Answer send(Sender sender, Draft draft, String token, int number) {
        try {
            Answer answer = sender.send(draft, token);
            findings.answered(draft, answer);
            Judge.faults(draft, answer).forEach(fault -> findings.add(number, draft, fault, answer.toString()));
            return answer;
        } catch (IOException e) {
            sender.close();
            findings.add(number, draft, "no answer", e.toString());
            return null;
        }
    }

    /** What the tenant has after an answer; a refusal and a read must have left it as it was. */
    private Contents look(
            Draft draft, Answer answer, int number, Contents before, TenantRows rows, Household household) {
        boolean harmless = answer != null && answer.status() >= 300 && answer.status() < 500;
        if (!harmless && answer != null && !draft.reads()) {
            return rows.atStandstill(household.api());
        }
        Contents now = rows.now();
        List<String> changes = before.changes(now);
        if (changes.isEmpty()) {
            return now;
        }
        if (harmless || draft.reads()) {
            findings.add(number, draft, "changed " + names(changes), answer + " changed " + changes);
        }
        return rows.atStandstill(household.api());
    }

    private static String names(List<String> changes) {
        return String.join(
                ", ",
                changes.stream()
                        .map(change -> change.substring(0, change.indexOf(':')))
                        .toList());
    }
}

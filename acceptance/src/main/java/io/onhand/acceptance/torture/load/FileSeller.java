package io.onhand.acceptance.torture.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.ElevenStreetFile;
import io.onhand.acceptance.torture.audit.Claims;
import io.onhand.acceptance.torture.audit.OrderClaim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody who imports a mall's order files, takes some of them back, and imports some of those again. */
final class FileSeller extends Actor {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Set<String> AT_WORK = Set.of("uploaded", "committing", "undoing");
    private static final int SERIALS = 1_000;

    private final Trader trader;
    private final String channelId;
    private final Caller caller;
    private final Gate gate;
    private final Claims claims;
    private final Tally tally;
    private long serial;

    FileSeller(
            String name,
            long seed,
            Gate gate,
            int pauseMillis,
            Trader trader,
            Caller caller,
            Claims claims,
            Tally tally) {
        super(name, seed, gate, pauseMillis);
        this.trader = trader;
        this.channelId = trader.fileChannel().orElseThrow();
        this.caller = caller;
        this.gate = gate;
        this.claims = claims;
        this.tally = tally;
        this.serial = Math.floorMod(seed, SERIALS) * 10_000L;
    }

    @Override
    void step(Chance chance) {
        List<ElevenStreetFile.Row> rows = new ArrayList<>();
        for (int i = chance.between(1, 6); i > 0; i--) {
            rows.add(new ElevenStreetFile.Row(
                    ElevenStreetFile.orderNumber(serial++), chance.oneOf(Trader.SOLD), chance.between(1, 2)));
        }
        boolean takesBack = chance.percent(40);
        boolean bringsAgain = chance.percent(50);
        rows.forEach(row -> claims.sending(OrderClaim.sent(
                trader.alias(),
                channelId,
                row.orderNumber(),
                List.of(new OrderClaim.Line(row.sku(), row.quantity())))));
        Optional<String> committed = bring(rows);
        if (committed.isPresent() && takesBack && takeBack(committed.get(), rows) && bringsAgain) {
            bring(rows);
        }
    }

    /** Uploads and commits; the id of the import when that was done. */
    private Optional<String> bring(List<ElevenStreetFile.Row> rows) {
        ElevenStreetFile file = ElevenStreetFile.of(rows);
        Optional<String> id = caller.upload(channelId, file.name(), file.bytes())
                .map(answer -> answer.expect(202).path("id").asText());
        Optional<JsonNode> preview = id.flatMap(this::done);
        if (preview.isEmpty() || !isIn(preview.get(), "previewed")) {
            return Optional.empty();
        }
        doubt(rows, true);
        if (!ask(id.get(), "commit", "committed")) {
            return Optional.empty();
        }
        rows.forEach(row -> {
            claims.undone(channelId, row.orderNumber(), false);
            claims.acknowledged(channelId, row.orderNumber());
        });
        doubt(rows, false);
        tally.add("orders by file", rows.size());
        return id;
    }

    private boolean takeBack(String id, List<ElevenStreetFile.Row> rows) {
        doubt(rows, true);
        if (!ask(id, "undo", "undone")) {
            return false;
        }
        rows.forEach(row -> claims.undone(channelId, row.orderNumber(), true));
        doubt(rows, false);
        tally.add("files taken back");
        return true;
    }

    /** Until that is answered and done nobody knows what is here. */
    private void doubt(List<ElevenStreetFile.Row> rows, boolean now) {
        rows.forEach(row -> claims.doubtful(channelId, row.orderNumber(), now));
    }

    /** Whether it was done before the gate was locked. */
    private boolean ask(String id, String verb, String state) {
        Optional<Answer> answer = caller.send("POST", "/imports/" + id + "/" + verb, null, null);
        // Asked twice because an answer was lost, it may be done already.
        answer.ifPresent(given -> given.expect(202, 409));
        return answer.isPresent() && done(id).filter(run -> isIn(run, state)).isPresent();
    }

    private Optional<JsonNode> done(String id) {
        while (gate.isUnlocked()) {
            Optional<JsonNode> run = caller.get("/imports/" + id).map(answer -> answer.expect(200));
            if (run.isEmpty() || !AT_WORK.contains(run.get().path("state").asText())) {
                return run;
            }
            gate.restBeforeRetry(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    private static boolean isIn(JsonNode run, String state) {
        return run.path("state").asText().equals(state);
    }
}

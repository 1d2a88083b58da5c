package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Pieces that come at the same moment share a transaction; each gets its own result. */
class GroupCommitTest {
    private static final int CALLERS = 24;
    private static final int SLOW_MILLIS = 5;

    private final World world = new World();
    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicInteger largest = new AtomicInteger();

    private List<String> insert(List<String> codes) {
        transactions.incrementAndGet();
        largest.accumulateAndGet(codes.size(), Math::max);
        if (codes.contains("BAD")) throw new IllegalStateException("BAD among " + codes.size());
        List<String> done = new ArrayList<>();
        for (String code : codes) {
            world.core
                    .scope
                    .sql()
                    .update(
                            "insert into sku (tenant_id, id, code, name, unit, created_at) values (?, ?, ?, 'X', 'ea', now())",
                            world.tenant,
                            Ids.next(),
                            code);
            done.add("made " + code);
        }
        return done;
    }

    private List<Future<String>> all(GroupCommit<String, String> group, List<String> codes) {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (String code : codes) calls.add(() -> group.call(world.tenant, code));
            return threads.invokeAll(calls);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> codes(int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) codes.add("SKU-" + i);
        return codes;
    }

    private List<String> there() {
        return world.in(() -> world.core
                .scope
                .sql()
                .list("select code from sku where tenant_id = ?", row -> row.text("code"), world.tenant));
    }

    @Test
    void manyPiecesShareFewTransactionsAndEachGetsItsOwnResult() throws Exception {
        GroupCommit<String, String> group = new GroupCommit<>(world.core.scope, 50, this::insert);
        List<String> codes = codes(300);
        List<Future<String>> results = all(group, codes);
        for (int i = 0; i < codes.size(); i++) assertThat(results.get(i).get()).isEqualTo("made " + codes.get(i));
        assertThat(there()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(transactions.get()).isLessThan(codes.size());
        assertThat(largest.get()).isBetween(2, 50);
    }

    @Test
    void aPieceThatComesAloneGoesAlone() {
        GroupCommit<String, String> group = new GroupCommit<>(world.core.scope, 50, this::insert);
        assertThat(group.call(world.tenant, "MUG")).isEqualTo("made MUG");
        assertThat(transactions.get()).isEqualTo(1);
    }

    /** The one that asks again more slowly is waited for: without that the two would never share a transaction. */
    @Test
    void whoWasJustAnsweredIsWaitedFor() throws Exception {
        int turns = 20;
        Thread[] quick = new Thread[1];
        GroupCommit<String, String> group = new GroupCommit<>(
                world.core.scope,
                50,
                codes -> {
                    // The first transaction is under way until the other one waits for its end.
                    if (quick[0].getState() == Thread.State.NEW) {
                        quick[0].start();
                        while (quick[0].getState() != Thread.State.WAITING) Thread.onSpinWait();
                    }
                    return insert(codes);
                },
                Duration.ofSeconds(10));
        quick[0] = new Thread(() -> {
            for (int i = 0; i < turns; i++) group.call(world.tenant, "QUICK" + i);
        });
        for (int i = 0; i <= turns; i++) {
            group.call(world.tenant, "SLOW" + i);
            if (i < turns) Thread.sleep(SLOW_MILLIS);
        }
        quick[0].join();
        assertThat(there()).hasSize(2 * turns + 1);
        assertThat(transactions.get()).isEqualTo(turns + 1);
    }

    @Test
    void oneThatFailsHarmsNoOther() throws Exception {
        GroupCommit<String, String> group = new GroupCommit<>(world.core.scope, 50, this::insert);
        List<String> codes = new ArrayList<>(codes(200));
        codes.add(100, "BAD");
        List<Future<String>> results = all(group, codes);
        for (int i = 0; i < codes.size(); i++) {
            Future<String> result = results.get(i);
            if (codes.get(i).equals("BAD")) assertThatThrownBy(result::get).hasRootCauseMessage("BAD among 1");
            else assertThat(result.get()).isEqualTo("made " + codes.get(i));
        }
        codes.remove("BAD");
        assertThat(there()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void nobodyIsToldOfSuccessWhenTheServerBreaks() {
        GroupCommit<String, String> group = new GroupCommit<>(world.core.scope, 50, codes -> {
            throw new StackOverflowError("broken");
        });
        assertThat(all(group, codes(100)))
                .allSatisfy(
                        result -> assertThatThrownBy(result::get).rootCause().hasMessage("broken"));
        assertThat(there()).isEmpty();
    }
}

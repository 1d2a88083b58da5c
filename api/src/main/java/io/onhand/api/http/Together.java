package io.onhand.api.http;

import io.onhand.api.http.IdempotencyKeys.Found;
import io.onhand.api.http.IdempotencyKeys.Given;
import io.onhand.api.http.IdempotencyKeys.Kept;
import io.onhand.api.http.IdempotencyKeys.Use;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.GroupCommit;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Requests of one operation that come at the same moment and share a transaction. Each is answered alone, under its own
 * Idempotency-Key if it has one.
 *
 * @param <T> what a request asks for
 */
public final class Together<T> {
    private final IdempotencyKeys keys;
    private final Function<List<T>, List<Decision>> work;
    private final GroupCommit<Request<T>, Decision> commit;

    Together(TenantScope scope, IdempotencyKeys keys, int most, Function<List<T>, List<Decision>> work) {
        this.keys = keys;
        this.work = work;
        this.commit = new GroupCommit<>(scope, most, this::decide);
    }

    /** What became of one request. */
    public static final class Decision {
        private final Response response;
        private final Answer answer;
        private final RuntimeException refusal;

        private Decision(Response response, Answer answer, RuntimeException refusal) {
            this.response = response;
            this.answer = answer;
            this.refusal = refusal;
        }

        public static Decision of(Answer answer) {
            return new Decision(null, answer, null);
        }

        /** It had no effect. */
        public static Decision of(Refusal refusal) {
            return new Decision(null, null, refusal);
        }

        private Response response() {
            if (refusal != null) {
                throw refusal;
            }
            return response == null ? answer.response(answer.body()) : response;
        }
    }

    /** A request; {@code use} is null without a key. */
    record Request<T>(T item, Use use) {}

    Response call(TenantId tenant, T item, Use use) {
        return commit.call(tenant, new Request<>(item, use)).response();
    }

    private List<Decision> decide(List<Request<T>> requests) {
        Decision[] decisions = new Decision[requests.size()];
        List<Integer> open = new ArrayList<>();
        List<Integer> keyed = new ArrayList<>();
        for (int i = 0; i < decisions.length; i++) {
            (requests.get(i).use() == null ? open : keyed).add(i);
        }
        if (!keyed.isEmpty()) {
            List<Found> found =
                    keys.take(keyed.stream().map(i -> requests.get(i).use()).toList());
            for (int k = 0; k < keyed.size(); k++) {
                if (found.get(k).isFree()) {
                    open.add(keyed.get(k));
                } else {
                    decisions[keyed.get(k)] = repeat(found.get(k));
                }
            }
        }
        List<Decision> fresh = open.isEmpty()
                ? List.of()
                : work.apply(open.stream().map(i -> requests.get(i).item()).toList());
        List<Kept> kept = new ArrayList<>();
        for (int k = 0; k < open.size(); k++) {
            decisions[open.get(k)] = keep(requests.get(open.get(k)).use(), fresh.get(k), kept);
        }
        keys.keep(kept);
        return List.of(decisions);
    }

    private static Decision repeat(Found found) {
        return found.refusal() != null
                ? new Decision(null, null, found.refusal())
                : new Decision(Replay.of(found.given()), null, null);
    }

    private static Decision keep(Use use, Decision decision, List<Kept> kept) {
        if (use == null || decision.answer == null) {
            return decision;
        }
        Answer answer = decision.answer;
        byte[] body = Json.bytes(answer.body());
        kept.add(new Kept(use.key(), new Given(use.fingerprint(), answer.status(), answer.location(), body)));
        return new Decision(answer.response(body), null, null);
    }
}

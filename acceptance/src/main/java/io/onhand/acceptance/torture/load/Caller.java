package io.onhand.acceptance.torture.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Tokens;
import io.onhand.acceptance.product.UnexpectedAnswer;
import io.onhand.acceptance.torture.rig.Nodes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A partner's program: sends the very same request until it is answered, to whichever node takes requests. */
final class Caller {
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** Neither done nor refused: to be sent again. */
    private static final int NOT_FOUND = 404;

    private static final Set<Integer> AGAIN = Set.of(401, 403, 429, 500, 502, 503, 504);

    private static final int CONFLICT = 409;

    private final Nodes nodes;
    private final Tokens tokens;
    private final String client;
    private final Gate gate;
    private final Tally tally;
    private int calls;

    Caller(Nodes nodes, Tokens tokens, String client, Gate gate, Tally tally) {
        this.nodes = nodes;
        this.tokens = tokens;
        this.client = client;
        this.gate = gate;
        this.tally = tally;
    }

    /** Reads; empty when it was not answered before the gate was locked. */
    Optional<Answer> get(String path) {
        return insist(api -> api.get(path));
    }

    /**
     * Changes something.
     *
     * @param key the Idempotency-Key, or null when the request may be repeated as it is
     * @return empty when it was not answered before the gate was locked: nobody knows what became of it
     */
    Optional<Answer> send(String method, String path, JsonNode body, String key) {
        Map<String, String> headers = new HashMap<>();
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }
        return insist(api -> api.send(method, path, body, headers));
    }

    /** Uploads an order file; each time that it is not answered it may be there once more. */
    Optional<Answer> upload(String channelId, String fileName, byte[] file) {
        return insist(api -> api.upload(channelId, fileName, file, null));
    }

    private Optional<Answer> insist(Function<PartnerApi, Answer> request) {
        while (gate.isUnlocked()) {
            Optional<Answer> answer = attempt(request);
            if (answer.isPresent()) {
                return answer;
            }
            gate.restBeforeRetry(PAUSE);
        }
        return Optional.empty();
    }

    private Optional<Answer> attempt(Function<PartnerApi, Answer> request) {
        Answer answer;
        try {
            answer = request.apply(new PartnerApi(nodes.url(calls++), tokens.supplier(client)));
        } catch (UncheckedIOException e) {
            tally.add("no answer");
            return Optional.empty();
        } catch (UnexpectedAnswer e) {
            tally.add("no token");
            return Optional.empty();
        }
        if (AGAIN.contains(answer.status()) || isServerWithoutProduct(answer)) {
            tally.add("answered " + answer.status() + " " + answer.code());
            return Optional.empty();
        }
        if (answer.status() == CONFLICT && answer.code().equals("idempotency-key-in-use")) {
            tally.add("answered 409 " + answer.code());
            return Optional.empty();
        }
        return Optional.of(answer);
    }

    /** While it starts, the server answers before it has deployed anything; in a cluster nobody is led to it then. */
    private static boolean isServerWithoutProduct(Answer answer) {
        return answer.status() == NOT_FOUND && answer.code().isEmpty();
    }
}

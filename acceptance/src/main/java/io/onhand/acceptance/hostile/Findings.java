package io.onhand.acceptance.hostile;

import io.onhand.acceptance.product.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a campaign has found: each kind of fault at each operation once, with the first request that showed it. */
final class Findings {
    private static final int MOST_CHARACTERS = 1_500;

    private final List<Operation> operations;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> refusals = new HashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    /** One kind of fault. */
    private static final class Fault {
        private final String first;
        private int times;

        Fault(String first) {
            this.first = first;
        }
    }

    Findings(List<Operation> operations) {
        this.operations = operations;
    }

    void answered(Draft draft, Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        if (draft.spoiled().equals(Spoiled.NOT) && answer.status() < 300) {
            taken.add(draft.operation().id());
        } else if (draft.spoiled().equals(Spoiled.NOT)) {
            refusals.put(draft.operation().id(), cut(draft + "\n    " + answer));
        }
    }

    void add(int number, Draft draft, String fault, String evidence) {
        faults.computeIfAbsent(
                        draft.operation() + ": " + fault,
                        key -> new Fault("request " + number + " (" + draft.spoiled() + "): " + cut(draft.toString())
                                + "\n    " + cut(evidence)))
                .times++;
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    /** How often each status was answered. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** One entry for each kind of fault; and for each operation that took no request at all, which would prove nothing. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Operation operation : operations) {
            if (!taken.contains(operation.id())) {
                problems.add(operation + " has not taken one request that was meant well, such as "
                        + refusals.get(operation.id()));
            }
        }
        faults.forEach(
                (fault, evidence) -> problems.add(fault + " (" + evidence.times + " times)\n    " + evidence.first));
        return problems;
    }
}

package io.onhand.acceptance.bench;

/**
 * What a figure has to reach.
 *
 * @param what the value, in words: {@code of one order a transaction}, {@code p99 ms}
 * @param baseline what it is compared with; null when the value stands for itself
 * @param value a ratio or the value itself; null when there is nothing to compare with
 * @param must what the median has to reach; null when it is only told
 * @param aim what would be better still; null for none
 * @param atMost whether smaller is better
 */
record Check(String what, Series baseline, Series value, Double must, Double aim, boolean atMost) {
    enum Verdict {
        AIMED("beyond the aim"),
        MET("met"),
        MISSED("MISSED"),
        TOLD(""),
        ABSENT("n/a");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A ratio of ours to a baseline. */
    static Check ratio(String what, Series ours, Series baseline, Double must, Double aim) {
        return new Check(what, baseline, ours.with(baseline, (a, b) -> b == 0 ? 0 : a / b), must, aim, false);
    }

    /** There is nothing to compare with. */
    static Check absent(String what, Double must, Double aim) {
        return new Check(what, null, null, must, aim, false);
    }

    /** A value that must not be exceeded. */
    static Check atMost(String what, Series value, Double must, Double aim) {
        return new Check(what, null, value, must, aim, true);
    }

    /** A value that must be reached. */
    static Check atLeast(String what, Series value, Double must, Double aim) {
        return new Check(what, null, value, must, aim, false);
    }

    Verdict verdict() {
        if (value == null) {
            return Verdict.ABSENT;
        }
        if (must == null) {
            return Verdict.TOLD;
        }
        if (!reaches(must)) {
            return Verdict.MISSED;
        }
        return aim != null && reaches(aim) ? Verdict.AIMED : Verdict.MET;
    }

    private boolean reaches(double limit) {
        return atMost ? value.median() <= limit : value.median() >= limit;
    }
}

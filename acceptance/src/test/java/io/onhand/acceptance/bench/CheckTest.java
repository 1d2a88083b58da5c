package io.onhand.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What passes and what does not. */
class CheckTest {
    @Test
    void ratioIsTakenRoundByRoundAndItsMedianCounts() {
        Check check = Check.ratio("of half", series(10, 40, 30), series(10, 10, 10), 3.0, 3.5);

        assertThat(check.value().rounds()).containsExactly(1.0, 4.0, 3.0);
        assertThat(check.verdict()).isEqualTo(Check.Verdict.MET);
    }

    @Test
    void aimIsToldApartFromWhatMustBe() {
        assertThat(Check.atLeast("rate", series(5), 3.0, 5.0).verdict()).isEqualTo(Check.Verdict.AIMED);
        assertThat(Check.atLeast("rate", series(2.9), 3.0, 5.0).verdict()).isEqualTo(Check.Verdict.MISSED);
        assertThat(Check.atMost("ms", series(20), 20.0, 5.0).verdict()).isEqualTo(Check.Verdict.MET);
        assertThat(Check.atMost("ms", series(21), 20.0, 5.0).verdict()).isEqualTo(Check.Verdict.MISSED);
        assertThat(Check.absent("echo", 0.5, null).verdict()).isEqualTo(Check.Verdict.ABSENT);
    }

    @Test
    void wrongAnswersFailTheFastestFigure() {
        List<Check> met = List.of(Check.atLeast("rate", series(5), 3.0, null));

        assertThat(figure(met, Map.of()).passed()).isTrue();
        assertThat(figure(met, Map.of("status 500", 1L)).passed()).isFalse();
    }

    @Test
    void optionsNameWhatTheyDoNotUnderstand() {
        assertThat(BenchOptions.parse(List.of("--quick", "--skus", "500", "bulk"))
                        .size()
                        .skus())
                .isEqualTo(500);
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--fast"))).hasMessageContaining("--fast");
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--skus", "many"))).hasMessageContaining("many");
    }

    private static Figure figure(List<Check> checks, Map<String, Long> errors) {
        return new Figure("any", "any", "orders/s", series(5), checks, Map.of(), Map.of(), Map.of(), errors);
    }

    private static Series series(double... rounds) {
        return new Series(Arrays.stream(rounds).boxed().toList());
    }
}

package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who meets an outage is told to come again; who meets a bug is told a reference. */
class DatabaseFailureTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "53100", "53200", "53300"})
    void aDatabaseThatCannotWorkNowIsAnOutage(String state) {
        assertThat(new DatabaseFailure(new SQLException("no", state)).isOutage())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "23514", "22003", "40001"})
    void anythingElseIsNone(String state) {
        assertThat(new DatabaseFailure(new SQLException("no", state)).isOutage())
                .isFalse();
    }

    @Test
    void onlyACommitWithoutAnAnswerMayHaveHappened() {
        assertThat(DatabaseFailure.ofCommit(new SQLException("no", "08006")).mayBeCommitted())
                .isTrue();
        assertThat(DatabaseFailure.ofCommit(new SQLException("no", "40001")).mayBeCommitted())
                .isFalse();
        assertThat(new DatabaseFailure(new SQLException("no", "08006")).mayBeCommitted())
                .isFalse();
    }

    @Test
    void aFailureWithoutAStateIsNoOutage() {
        assertThat(new DatabaseFailure(new SQLException("no")).isOutage()).isFalse();
    }
}

package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onhand.refusal.Refusal;
import io.onhand.tenant.Cursor;
import io.onhand.tenant.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    @ParameterizedTest
    @CsvSource({"abc,abc", "'\"abc\"',abc", "' abc ',abc", "8e03978e-40d5,8e03978e-40d5"})
    void idempotencyKeyMayBeQuotedOrBare(String header, String key) {
        assertThat(IdempotencyKey.parse(header)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a b", "키", "a\"b", "\"a"})
    void malformedIdempotencyKeyIsRefused(String header) {
        assertThat(catchThrowableOfType(HttpRefusal.class, () -> IdempotencyKey.parse(header))
                        .code())
                .isEqualTo("idempotency-key-malformed");
    }

    @Test
    void idempotencyKeyHasAtMost255Characters() {
        assertThat(IdempotencyKey.parse("k".repeat(255))).hasSize(255);
        assertThatThrownBy(() -> IdempotencyKey.parse("k".repeat(256))).isInstanceOf(HttpRefusal.class);
    }

    @ParameterizedTest
    @CsvSource({"'\"4\"',4", "'W/\"4\"',4", "4,4"})
    void versionIsReadFromIfMatch(String header, long version) {
        assertThat(Versions.expected(header)).isEqualTo(version);
    }

    @Test
    void anyVersionWillDoWithoutIfMatch() {
        assertThat(Versions.expected(null)).isNull();
        assertThat(Versions.expected("*")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "", "\"1\", \"2\""})
    void versionOfSomebodyElseIsRefused(String header) {
        assertThatThrownBy(() -> Versions.expected(header)).isInstanceOf(HttpRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "", "1.5", "99999999999"})
    void limitOutsideOfItsRangeIsRefused(String limit) {
        HttpRefusal refusal = catchThrowableOfType(HttpRefusal.class, () -> Pages.limit(limit));
        assertThat(refusal.problem().field()).isEqualTo("limit");
        assertThat(refusal.status()).isEqualTo(400);
    }

    @Test
    void limitIsReadOrDefaults() {
        assertThat(Pages.limit("200")).isEqualTo(200);
        assertThat(Pages.limit(null)).isEqualTo(Limits.PAGE_DEFAULT);
    }

    @Test
    void cursorByTextGoesOnWhereThePageEnded() {
        String next = Pages.next(new Page<>(List.of(), "머그/1"));
        assertThat(Pages.byText(next)).isEqualTo("머그/1");
        assertThat(Pages.byText(null)).isNull();
        assertThat(Pages.next(new Page<>(List.of(), null))).isNull();
    }

    @Test
    void cursorByTimeIsCheckedAndPassedOn() {
        String cursor = new Cursor(Instant.parse("2026-11-21T00:30:00Z"), new UUID(1, 2)).text();
        assertThat(Pages.byTime(cursor)).isEqualTo(cursor);
        assertThat(Pages.byTime(null)).isNull();
    }

    @Test
    void cursorOfATimeThatTheDatabaseCannotHoldIsRefused() {
        String cursor = new Cursor(Instant.MAX, new UUID(1, 2)).text();
        assertThatThrownBy(() -> Pages.byTime(cursor)).isInstanceOf(HttpRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "AAAA", "e30"})
    void madeUpCursorByTimeIsRefused(String cursor) {
        assertThatThrownBy(() -> Pages.byTime(cursor))
                .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(HttpRefusal.class), e -> assertThat(e)
                        .isInstanceOf(Refusal.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "AAAA"})
    void madeUpCursorByTextIsRefused(String cursor) {
        assertThatThrownBy(() -> Pages.byText(cursor)).isInstanceOf(HttpRefusal.class);
    }

    @Test
    void timeInAQueryMayHaveLostItsPlusSign() {
        assertThat(Query.time("from", "2026-11-21T09:30:00 09:00")).isEqualTo(Instant.parse("2026-11-21T00:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-21", "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void unreadableTimeIsRefused(String time) {
        HttpRefusal refusal = catchThrowableOfType(HttpRefusal.class, () -> Query.time("from", time));
        assertThat(refusal.problem().field()).isEqualTo("from");
    }

    @ParameterizedTest
    @CsvSource({"quantity,#/quantity", "lines[0].quantity,#/lines/0/quantity", "a/b~c,#/a~1b~0c", "'',#"})
    void fieldIsSaidAsJsonPointerToo(String field, String pointer) {
        assertThat(InputError.pointer(field)).isEqualTo(pointer);
    }

    @Test
    void refusalsOfTheCoreHaveTheirStatus() {
        assertThat(Problem.of(Refusal.invalid("a", "f", "m")).status()).isEqualTo(422);
        assertThat(Problem.of(Refusal.notFound("order", 7)).status()).isEqualTo(404);
        assertThat(Problem.of(Refusal.notFound("order", 7)).code()).isEqualTo("order-not-found");
        assertThat(Problem.of(Refusal.conflict("a", "m")).status()).isEqualTo(409);
        assertThat(Problem.of(Refusal.conflict("changed-meanwhile", "m")).status())
                .isEqualTo(412);
        assertThat(Problem.of(Refusal.forbidden("a", "m")).status()).isEqualTo(403);
        assertThat(Problem.of(Refusal.tooMuch("a", "f", "m")).status()).isEqualTo(413);
    }
}

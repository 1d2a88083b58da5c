package io.onhand.routes.connector.orderfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onhand.refusal.Refusal;
import org.assertj.core.api.MapAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says that a whole file is refused, and with which code. */
final class RefusalAssert {
    private RefusalAssert() {}

    /** The refusal's details, for more to say about them. */
    static MapAssert<String, Object> assertRefused(ThrowingCallable reading, String code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, reading);
        assertThat(refusal).as("a refusal " + code).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        return assertThat(refusal.details());
    }
}

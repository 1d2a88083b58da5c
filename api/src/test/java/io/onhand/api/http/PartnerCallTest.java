package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.tenant.Ids;
import io.onhand.tenant.TenantId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PartnerCallTest {
    private final PartnerCall call = new PartnerCall();

    @Test
    void aThreadKnowsItsOwnCallerOnly() {
        call.begin(caller("warehouse"));
        CompletableFuture.runAsync(() -> call.begin(caller("till"))).join();
        assertThat(call.client()).isEqualTo("warehouse");
    }

    @Test
    void nobodyCallsOnceTheRequestHasEnded() {
        call.begin(caller("warehouse"));
        call.end();
        assertThatThrownBy(call::client).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> call.inTenant(() -> "work")).isInstanceOf(IllegalStateException.class);
    }

    private static Caller caller(String client) {
        return new Caller(client, new TenantId(Ids.next()), "test");
    }
}

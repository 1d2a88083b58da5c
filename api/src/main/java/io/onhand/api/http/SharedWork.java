package io.onhand.api.http;

import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Makes operations whose requests share transactions. */
@Singleton
public class SharedWork {
    private final TenantScope scope;
    private final IdempotencyKeys keys;

    @Inject
    SharedWork(TenantScope scope, IdempotencyKeys keys) {
        this.scope = scope;
        this.keys = keys;
    }

    /**
     * An operation.
     *
     * @param most requests in one transaction
     * @param work decides requests in one transaction, each alone, and gives the decisions in the same order
     */
    public <T> Together<T> of(int most, Function<List<T>, List<Together.Decision>> work) {
        return new Together<>(scope, keys, most, work);
    }
}

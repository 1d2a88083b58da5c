package io.onhand.channel;

import com.fasterxml.jackson.core.type.TypeReference;
import io.onhand.tenant.Json;
import io.onhand.tenant.Secrets;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** The secret settings of a channel, as they lie in its row: encrypted for the current tenant, null when there are none. */
@Singleton
class ChannelSecrets {
    private final TenantScope scope;
    private final Secrets secrets;

    @Inject
    ChannelSecrets(TenantScope scope, Secrets secrets) {
        this.scope = scope;
        this.secrets = secrets;
    }

    byte[] encrypt(Map<String, String> plain) {
        return plain.isEmpty() ? null : secrets.encrypt(scope.tenant(), Json.write(plain));
    }

    Map<String, String> decrypt(byte[] encrypted) {
        return encrypted == null
                ? Map.of()
                : Json.read(secrets.decrypt(scope.tenant(), encrypted), new TypeReference<>() {});
    }
}

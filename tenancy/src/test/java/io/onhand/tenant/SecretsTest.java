package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String OLD = "k1:" + key(1);
    private static final String NEW = "k2:" + key(2);

    private final TenantId tenant = new TenantId(Ids.next());

    @Test
    void whatWasEncryptedWithAnOldKeyIsReadAfterARotation() {
        byte[] before = new Secrets(OLD).encrypt(tenant, "비밀");
        Secrets rotated = new Secrets(NEW + "," + OLD);
        assertThat(rotated.decrypt(tenant, before)).isEqualTo("비밀");
        byte[] after = rotated.encrypt(tenant, "비밀");
        assertThat(new Secrets(NEW).decrypt(tenant, after)).isEqualTo("비밀");
        assertThatThrownBy(() -> new Secrets(NEW).decrypt(tenant, before)).hasMessageContaining("k1");
    }

    @Test
    void anotherTenantCannotReadItAndChangedBytesFail() {
        Secrets secrets = new Secrets(OLD);
        byte[] encrypted = secrets.encrypt(tenant, "secret");
        assertThatThrownBy(() -> secrets.decrypt(new TenantId(Ids.next()), encrypted))
                .isInstanceOf(IllegalStateException.class);
        encrypted[encrypted.length - 1]++;
        assertThatThrownBy(() -> secrets.decrypt(tenant, encrypted)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMalformedKeyListSaysHowItMustLook() {
        assertThatThrownBy(() -> new Secrets("nonsense")).hasMessageContaining("kid:base64-of-32-bytes");
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}

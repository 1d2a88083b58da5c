package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onhand.refusal.Refusal;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import io.onhand.tenant.Tenants;
import io.onhand.world.TestDatabase;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** On a real PostgreSQL, through the transaction that carries the effect. */
class IdempotencyTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    record Body(int number) {}

    private final TestDatabase database = TestDatabase.get();
    private final TenantScope scope = new TenantScope(database.app());
    private final AtomicInteger effects = new AtomicInteger();
    private final String key = UUID.randomUUID().toString();
    private final TenantId tenant = new Tenants(database.app(), scope, Clock.systemUTC())
            .onboard(alias(), "Test", "Asia/Seoul", "ko", "backorder")
            .id();

    private static String alias() {
        return "t" + UUID.randomUUID().toString().substring(0, 13);
    }

    private PartnerCall call(String payload, Instant now) {
        return call("partner", payload, now);
    }

    private PartnerCall call(String client, String payload, Instant now) {
        PartnerCall call = new PartnerCall();
        call.use(scope, new IdempotencyKeys(scope, Clock.fixed(now, ZoneOffset.UTC)));
        call.begin(new Caller(client, tenant, "test"));
        call.under(key, digest(payload));
        return call;
    }

    private static MessageDigest digest(String payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(payload.getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer effect() {
        return Answer.created(new Body(effects.incrementAndGet()), "things/7");
    }

    private static String body(Response response) {
        return new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
    }

    @Test
    void repeatGetsTheFirstAnswerAndDoesNothing() {
        Response first = call("a", START).once(this::effect);
        Response second = call("a", START.plusSeconds(3600)).once(this::effect);
        assertThat(effects).hasValue(1);
        assertThat(second.getStatus()).isEqualTo(first.getStatus()).isEqualTo(201);
        assertThat(body(second)).isEqualTo(body(first)).isEqualTo("{\"number\":1}");
        assertThat(second.getHeaderString(Replay.HEADER)).isEqualTo("true");
        assertThat(first.getHeaderString(Replay.HEADER)).isNull();
        assertThat(second.getLocation()).hasToString("things/7");
    }

    @Test
    void sameKeyForAnotherRequestIsRefused() {
        call("a", START).once(this::effect);
        HttpRefusal refusal =
                catchThrowableOfType(HttpRefusal.class, () -> call("b", START).once(this::effect));
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.code()).isEqualTo("idempotency-key-reused");
        assertThat(effects).hasValue(1);
    }

    @Test
    void sameKeyOfAnotherClientIsAnotherKey() {
        call("a", START).once(this::effect);
        call("other", "b", START).once(this::effect);
        assertThat(effects).hasValue(2);
    }

    @Test
    void refusedRequestLeavesNoKey() {
        assertThatThrownBy(() -> call("a", START).once(() -> {
                    throw Refusal.conflict("not-now", "Not now");
                }))
                .isInstanceOf(Refusal.class);
        Response corrected = call("b", START).once(this::effect);
        assertThat(corrected.getStatus()).isEqualTo(201);
    }

    @Test
    void keyIsForgottenAfterADay() {
        call("a", START).once(this::effect);
        call("b", START.plusSeconds(86_401)).once(this::effect);
        assertThat(effects).hasValue(2);
    }

    @Test
    void repeatWhileTheFirstStillRunsIsToldToWait() throws InterruptedException, ExecutionException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<Response> first =
                CompletableFuture.supplyAsync(() -> call("a", START).once(() -> {
                    running.countDown();
                    await(finish);
                    return effect();
                }));
        running.await();
        HttpRefusal refusal =
                catchThrowableOfType(HttpRefusal.class, () -> call("a", START).once(this::effect));
        finish.countDown();
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.retryAfterSeconds()).isPositive();
        assertThat(first.get().getStatus()).isEqualTo(201);
        assertThat(body(call("a", START).once(this::effect))).isEqualTo("{\"number\":1}");
        assertThat(effects).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

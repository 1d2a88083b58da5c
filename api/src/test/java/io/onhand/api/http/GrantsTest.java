package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenant.TenantId;
import io.onhand.tenant.Tenants;
import io.onhand.tenant.Tenants.Grant;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrantsTest {
    private static final int REQUESTS = 8;
    private static final List<Grant> GRANTED =
            List.of(new Grant(new TenantId(new UUID(0, 1)), "bluehan", Set.of("orders:read")));

    /** Answers once all requests had the time to ask for themselves. */
    private static final class SlowTenants extends Tenants {
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch others = new CountDownLatch(2);

        SlowTenants() {
            super(null, null, null);
        }

        @Override
        public List<Grant> grantsOf(String clientId) {
            asked.incrementAndGet();
            others.countDown();
            try {
                assertThat(others.await(300, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return GRANTED;
        }
    }

    @Test
    void manyRequestsOfAClientAskOnce() throws Exception {
        SlowTenants tenants = new SlowTenants();
        Grants grants = new Grants(tenants, Clock.systemUTC());
        ExecutorService threads = Executors.newFixedThreadPool(REQUESTS);
        try {
            List<Future<List<Grant>>> answers = IntStream.range(0, REQUESTS)
                    .mapToObj(request -> threads.submit(() -> grants.of("partner")))
                    .toList();
            for (Future<List<Grant>> answer : answers) {
                assertThat(answer.get()).isEqualTo(GRANTED);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(tenants.asked).hasValue(1);
    }
}

package io.onhand.portal.parts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private final Live live = new Live(new TenantScope(null) {
        @Override
        public <T> T look(TenantId tenant, Supplier<T> work) {
            return work.get();
        }
    });

    private final UI ui = new UI();
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void start() {
        live.start(Executors.defaultThreadFactory());
    }

    @AfterEach
    void stop() {
        end.countDown();
        live.stop();
    }

    @Test
    void aReadThatHangsHoldsUpNobodyElsesScreen() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        show(() -> {
            hanging.countDown();
            return waitForTheEnd();
        });
        assertTrue(hanging.await(1, TimeUnit.MINUTES), "the first screen is read");

        CountDownLatch read = new CountDownLatch(1);
        show(() -> {
            read.countDown();
            return "old";
        });
        assertTrue(read.await(1, TimeUnit.MINUTES), "the second one is read all the same");
    }

    private void show(Supplier<String> read) {
        Div screen = new Div();
        ui.add(screen);
        live.watch(screen, TENANT, "old", read, shown -> {});
    }

    private String waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "old";
    }
}

package io.onhand.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenant.TenantId;
import io.onhand.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DueWorkTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final List<World> merchants =
            Stream.generate(DueWorkTest::merchant).limit(4).toList();

    private static World merchant() {
        return new World().warehouse("SEOUL").channel("Mall", "SEOUL");
    }

    private static void comes(World merchant, String event) {
        merchant.in(() -> merchant.core.inbox.accept(
                merchant.channelId("Mall"), event, Inbox.Source.WEBHOOK, "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Inbox.Message> claim(World merchant) {
        return merchant.in(() -> merchant.core.inbox.claim(10, LEASE));
    }

    private List<TenantId> due() {
        List<TenantId> ours = merchants.stream().map(one -> one.tenant).toList();
        return merchants.get(0).core.dueWork.inboxes().stream()
                .filter(ours::contains)
                .toList();
    }

    @Test
    void eachTenantWithSomethingDueIsFoundOnceWhateverElseWaits() {
        World many = merchants.get(0);
        World later = merchants.get(1);
        World laterAndNow = merchants.get(2);
        comes(many, "e1");
        comes(many, "e2");
        comes(many, "e3");
        comes(later, "e1");
        claim(later);
        comes(laterAndNow, "e1");
        claim(laterAndNow);
        comes(laterAndNow, "e2");
        assertThat(due()).containsExactlyInAnyOrder(many.tenant, laterAndNow.tenant);
    }
}

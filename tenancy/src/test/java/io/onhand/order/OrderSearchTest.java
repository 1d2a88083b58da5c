package io.onhand.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenant.Page;
import io.onhand.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding orders by the beginning of their number, among few and among many. */
class OrderSearchTest {
    private final World world = new World();

    @BeforeEach
    void orders() {
        world.warehouse("SEOUL").channel("Mall", "SEOUL");
        // The first hundred are of one day, which begins like nothing else; of the other one there are more than can be
        // sorted.
        past("A-", 100);
        past("B-", 20_001);
    }

    /** Orders that came one after the other, a second apart. */
    private void past(String prefix, int count) {
        world.run(() -> world.core.scope.sql().update("""
                        insert into sales_order (tenant_id, id, channel_id, external_id, state, source, placed_at, accepted_at, currency, total_minor, fingerprint)
                        select ?, gen_random_uuid(), ?, ? || n, case when n % 2 = 0 then 'shipped' else 'cancelled' end, 'api', now(),
                          now() + n * interval '1 second', 'KRW', 1000, n::text from generate_series(1, ?) as g(n)""", world.tenant, world.channelId("Mall"), prefix, count));
    }

    private List<String> all(OrderSearch.Filter filter, int size, int most) {
        List<String> numbers = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<OrderSearch.Head> page = world.in(() -> world.core.orderSearch.list(filter, from, size));
            page.items().forEach(order -> numbers.add(order.externalId()));
            cursor = page.next();
        } while (cursor != null && numbers.size() < most);
        return numbers;
    }

    private static OrderSearch.Filter number(String start) {
        return new OrderSearch.Filter(null, null, start, null, null, null);
    }

    @Test
    void aWholeNumberFindsItsOrder() {
        assertThat(all(number("A-57"), 10, 100)).containsExactly("A-57");
        assertThat(all(number("B-12345"), 10, 100)).containsExactly("B-12345");
        assertThat(all(number("C"), 10, 100)).isEmpty();
    }

    @Test
    void fewOrdersThatBeginAlikeComeNewestFirstPageByPage() {
        List<String> numbers = all(number("A-"), 7, 1_000);
        assertThat(numbers).hasSize(100).doesNotHaveDuplicates().startsWith("A-100", "A-99", "A-98");
        assertThat(numbers).endsWith("A-2", "A-1");
    }

    @Test
    void manyOrdersThatBeginAlikeComeNewestFirstPageByPage() {
        List<String> numbers = all(number("B-"), 100, 300);
        assertThat(numbers).hasSize(300).doesNotHaveDuplicates().startsWith("B-20001", "B-20000");
        assertThat(numbers).endsWith("B-19702");
    }

    @Test
    void otherFiltersHoldForFewAndForMany() {
        for (String start : List.of("A-", "B-")) {
            OrderSearch.Filter shipped =
                    new OrderSearch.Filter(OrderState.SHIPPED, world.channelId("Mall"), start, null, null, null);
            assertThat(all(shipped, 10, 10)).hasSize(10).allSatisfy(found -> {
                assertThat(found).startsWith(start);
                assertThat(Integer.parseInt(found.substring(2)) % 2).isZero();
            });
        }
    }
}

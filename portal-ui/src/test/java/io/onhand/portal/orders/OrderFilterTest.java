package io.onhand.portal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.onhand.order.OrderState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderFilterTest {
    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-11-21T20:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Test
    void whatTheAddressSaysComesBackAsTheSameAddress() {
        OrderFilter filter = new OrderFilter(
                OrderFilter.View.BACKORDERED, OrderFilter.Since.WEEK, UUID.randomUUID(), "2026", UUID.randomUUID());
        assertThat(OrderFilter.of(filter.parameters())).isEqualTo(filter);
        assertThat(OrderFilter.of(OrderFilter.NONE.parameters())).isEqualTo(OrderFilter.NONE);
    }

    @Test
    void whatTheAddressSaysWronglyCountsAsNotSaid() {
        QueryParameters wrong =
                QueryParameters.fromString("view=everything&since=tomorrow&channel=1&import='%20or%201=1");
        assertThat(OrderFilter.of(wrong)).isEqualTo(OrderFilter.NONE);
    }

    @Test
    void todayBeginsAtMidnightWhereTheTenantIs() {
        OrderFilter today = OrderFilter.NONE.withSince(OrderFilter.Since.TODAY);
        assertThat(today.wanted(EVENING, SEOUL).from()).isEqualTo(Instant.parse("2026-11-21T15:00:00Z"));
    }

    @Test
    void aTabIsAState() {
        assertThat(OrderFilter.NONE
                        .withView(OrderFilter.View.TO_SHIP)
                        .wanted(EVENING, SEOUL)
                        .state())
                .isEqualTo(OrderState.HELD);
    }
}

package io.onhand.acceptance.torture.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.UnexpectedAnswer;
import io.onhand.acceptance.torture.audit.Claims;
import io.onhand.acceptance.torture.audit.OrderClaim;
import io.onhand.acceptance.torture.load.Stand;
import io.onhand.acceptance.torture.load.Trader;
import io.onhand.acceptance.torture.rig.Rig;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds out whether the installation does its work. */
final class Probe {
    private final Rig rig;
    private final Trader trader;
    private final Claims claims;
    private final AtomicInteger orders = new AtomicInteger();

    Probe(Rig rig, Trader trader, Claims claims) {
        this.rig = rig;
        this.trader = trader;
        this.claims = claims;
    }

    /** Whether an order is taken now. */
    boolean ordersAreTaken() {
        Stand stand = trader.stands().get(0);
        String listing = stand.listing(Trader.PROBE);
        String number = "probe-" + orders.incrementAndGet();
        claims.sending(
                OrderClaim.sent(trader.alias(), stand.channelId(), number, List.of(new OrderClaim.Line(listing, 1))));
        ObjectNode order = Json.object()
                .put("channelId", stand.channelId())
                .put("externalId", number)
                .put("placedAt", Instant.now().toString())
                .put("currency", trader.currency());
        order.putArray("lines")
                .add(Json.object()
                        .put("externalLineId", "1")
                        .put("listingId", listing)
                        .put("quantity", 1)
                        .put("unitPriceMinor", 100));
        try {
            Answer answer = new PartnerApi(
                            rig.installation().url(), rig.tokens().supplier(trader.client()))
                    .post("/orders", order);
            if (answer.status() == 201 || answer.status() == 200) {
                claims.acknowledged(stand.channelId(), number);
                return true;
            }
            return false;
        } catch (UncheckedIOException | UnexpectedAnswer e) {
            return false;
        }
    }

    /** Whether everything that came in before that moment has had its effect. */
    boolean nothingWaitsSince(Instant moment) {
        return none(
                "select 1 from inbox where parked_at is null and received_at < ? union all"
                        + " select 1 from outbox where parked_at is null and occurred_at < ?",
                moment,
                moment);
    }

    /** Whether these shops know of every change before that moment. */
    boolean areTold(List<String> shops, Instant moment) {
        return none(
                "select 1 from publication p join channel c on c.tenant_id = p.tenant_id and c.id = p.channel_id"
                        + " where c.settings->>'shop' = any(?) and p.stale_since < ?",
                shops,
                moment);
    }

    private boolean none(String query, Object... parameters) {
        try (Connection connection = rig.books().open();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof Instant moment) {
                    statement.setTimestamp(i + 1, Timestamp.from(moment));
                } else if (parameters[i] instanceof List<?> texts) {
                    statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                }
            }
            try (ResultSet found = statement.executeQuery()) {
                return !found.next();
            }
        } catch (SQLException e) {
            return false;
        }
    }
}

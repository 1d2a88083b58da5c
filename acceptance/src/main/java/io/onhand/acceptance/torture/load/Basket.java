package io.onhand.acceptance.torture.load;

import io.onhand.acceptance.torture.audit.OrderClaim;
import java.util.ArrayList;
import java.util.List;

/** What somebody buys at once: one or two different goods, one to three of each. */
final class Basket {
    private Basket() {}

    static List<OrderClaim.Line> draw(Chance chance, Stand stand) {
        String first = chance.oneOf(Trader.SOLD);
        String second = chance.oneOf(Trader.SOLD);
        List<OrderClaim.Line> lines = new ArrayList<>();
        lines.add(new OrderClaim.Line(stand.listing(first), chance.between(1, 3)));
        int more = chance.between(1, 2);
        if (chance.percent(30) && !first.equals(second)) {
            lines.add(new OrderClaim.Line(stand.listing(second), more));
        }
        return lines;
    }
}

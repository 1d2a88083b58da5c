package io.onhand.acceptance.torture.audit;

import java.util.List;

/**
 * What somebody who sent an order may claim of it.
 *
 * @param tenant alias of the tenant that it was sent to
 * @param channelId our id of its channel
 * @param number the channel's number of it
 * @param lines what was ordered
 * @param acknowledged whether it was ever answered that the order is here
 * @param undone whether its import was undone, as far as is known
 * @param cancelled units whose cancellation was answered with success
 * @param emptied whether the cancellation of everything that was open was answered with success
 * @param doubtful whether something that was asked of it was never answered
 */
public record OrderClaim(
        String tenant,
        String channelId,
        String number,
        List<Line> lines,
        boolean acknowledged,
        boolean undone,
        int cancelled,
        boolean emptied,
        boolean doubtful) {

    /** Units of a listing. */
    public record Line(String listing, int quantity) {}

    /** An order about to be sent. */
    public static OrderClaim sent(String tenant, String channelId, String number, List<Line> lines) {
        return new OrderClaim(tenant, channelId, number, List.copyOf(lines), false, false, 0, false, false);
    }

    /** All that was ordered. */
    public int units() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    OrderClaim answered() {
        return new OrderClaim(tenant, channelId, number, lines, true, undone, cancelled, emptied, doubtful);
    }

    OrderClaim takenBack(boolean now) {
        return new OrderClaim(tenant, channelId, number, lines, acknowledged, now, cancelled, emptied, doubtful);
    }

    OrderClaim cancelledBy(int units) {
        return new OrderClaim(
                tenant, channelId, number, lines, acknowledged, undone, cancelled + units, emptied, doubtful);
    }

    OrderClaim cancelledWhole() {
        return new OrderClaim(tenant, channelId, number, lines, acknowledged, undone, cancelled, true, doubtful);
    }

    OrderClaim unanswered(boolean now) {
        return new OrderClaim(tenant, channelId, number, lines, acknowledged, undone, cancelled, emptied, now);
    }

    @Override
    public String toString() {
        return "order " + number + " of " + tenant;
    }
}

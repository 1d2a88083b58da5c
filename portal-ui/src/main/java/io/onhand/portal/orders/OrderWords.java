package io.onhand.portal.orders;

import com.vaadin.flow.component.Component;
import io.onhand.order.OrderSearch.Detail;
import io.onhand.order.OrderSearch.Event;
import io.onhand.order.OrderSearch.HoldView;
import io.onhand.portal.parts.Actor;
import io.onhand.portal.parts.Timeline;
import io.onhand.portal.parts.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened to an order, in sentences. */
final class OrderWords {
    private OrderWords() {}

    static Timeline.Entry entry(Component asker, Event event, Detail order) {
        Map<String, Object> details = event.details();
        List<String> notes = new ArrayList<>();
        if (details.get("held") instanceof Map<?, ?> places)
            places.forEach((place, units) ->
                    notes.add(asker.getTranslation("order.event.held", units, name(String.valueOf(place), order))));
        for (String kind : List.of("backordered", "unmatched", "refused", "fewer", "added"))
            if (details.get(kind) instanceof Number units && units.intValue() > 0)
                notes.add(asker.getTranslation("order.event." + kind, units));
        if (details.get("reason") instanceof String reason)
            notes.add(asker.getTranslation("order.event.reason", reason));
        return new Timeline.Entry(
                event.at(),
                tone(event),
                asker.getTranslation(
                        "order.event.kind." + event.kind(),
                        order.head().channelName(),
                        Actor.words(asker, event.actor()),
                        details.get("units") instanceof Number units ? units : 0),
                notes.isEmpty() ? null : String.join(" · ", notes));
    }

    /** Every place that an event names has a hold of the order. */
    private static String name(String place, Detail order) {
        return order.holds().stream()
                .filter(hold -> hold.location().equals(place))
                .map(HoldView::locationName)
                .findFirst()
                .orElse(place);
    }

    private static Tone tone(Event event) {
        if (event.kind().equals("cancelled") || event.kind().equals("undone")) return Tone.PLAIN;
        if (event.details().containsKey("refused")) return Tone.WRONG;
        if (event.details().containsKey("backordered") || event.details().containsKey("unmatched"))
            return Tone.ATTENTION;
        return Tone.GOOD;
    }
}

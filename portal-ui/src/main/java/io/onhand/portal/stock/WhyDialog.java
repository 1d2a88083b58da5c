package io.onhand.portal.stock;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.onhand.catalog.Sku;
import io.onhand.channel.ChannelPolicy;
import io.onhand.channel.Listing;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Spoken;
import io.onhand.stock.Availability.Explanation;
import io.onhand.stock.Availability.HeldBy;
import io.onhand.stock.Availability.Part;
import java.time.ZoneId;

/** Why a channel may sell just so many units: the sum, line by line, with the rule and the orders behind it. */
class WhyDialog extends Dialog {
    private static final int HOLDS_SHOWN = 8;

    private final Div sum = new Div();

    WhyDialog(Explanation why, Listing listing, Sku sku, ZoneId zone) {
        setHeaderTitle(getTranslation("why.title", why.ats(), listing.channelName()));
        Div content = new Div();
        content.addClassNames("dialog");
        content.add(Acts.quiet(getTranslation("why.at", sku.code(), Spoken.when(why.at(), zone, getLocale()))));
        sum.addClassName("sum");
        why.parts().forEach(part -> place(part, sku));
        ChannelPolicy policy = why.policy();
        line("why.network", why.networkUnits(), "strong");
        if (why.bufferUnits() > 0) line("why.buffer", -why.bufferUnits(), "part");
        int left = why.networkUnits() - why.bufferUnits();
        if (left > 0 && left <= policy.zeroAtOrBelow())
            words(getTranslation("why.zero", policy.zeroAtOrBelow()), "0", "part");
        else if (policy.maxListed() != null && left > policy.maxListed())
            words(getTranslation("why.max", policy.maxListed()), number(policy.maxListed()), "part");
        line("why.result", why.ats(), "total");
        content.add(sum);
        content.add(Acts.quiet(getTranslation("why.policy", policy.version())));
        content.add(told(why, listing));
        if (!why.holds().isEmpty()) content.add(new H3(getTranslation("why.holds")), holds(why));
        add(content);
        getFooter().add(Acts.plain(getTranslation("close"), this::close));
    }

    private void place(Part part, Sku sku) {
        String name = part.leaf().equals(sku.code()) ? part.locationName() : part.locationName() + " · " + part.leaf();
        words(
                getTranslation(part.active() ? "why.on-hand" : "why.inactive", name),
                part.active() ? number(part.onHand()) : "0",
                null);
        if (!part.active()) return;
        if (part.reserved() > 0) line("why.held", -part.reserved(), "part");
        if (part.safetyStock() > 0) line("why.safety", -part.safetyStock(), "part");
        if (part.perUnit() > 1) words(getTranslation("why.per-unit", part.perUnit()), number(part.units()), "part");
    }

    private Div told(Explanation why, Listing listing) {
        Div told = new Div();
        boolean same = listing.toldQuantity() != null && listing.toldQuantity() == why.ats();
        told.addClassNames("notice", same ? "good" : "wait");
        if (listing.toldQuantity() == null) told.setText(getTranslation("told.never"));
        else
            told.add(new Span(
                    new com.vaadin.flow.component.Text(
                            getTranslation(same ? "why.told-same" : "why.told-differs", listing.toldQuantity())
                                    + " · "),
                    new Ago(listing.toldAt())));
        return told;
    }

    private UnorderedList holds(Explanation why) {
        UnorderedList list = new UnorderedList();
        for (HeldBy hold : why.holds().stream().limit(HOLDS_SHOWN).toList()) {
            Div row = new Div(
                    Acts.link(hold.orderNumber(), "orders/" + hold.order()),
                    Acts.quiet(hold.channel() + " · " + hold.locationName()),
                    new Span(getTranslation("units", hold.units())));
            row.getStyle().set("display", "flex").set("gap", "12px").set("padding", "3px 0");
            row.getElement().addEventListener("click", click -> close());
            list.add(new ListItem(row));
        }
        return list;
    }

    private void line(String key, int units, String style) {
        words(getTranslation(key), number(units), style);
    }

    private String number(int units) {
        return (units < 0 ? "−" : "") + getTranslation("number", Math.abs(units));
    }

    private void words(String name, String number, String style) {
        Span count = new Span(number);
        count.addClassName("n");
        Div line = new Div(new Span(name), count);
        if (style != null) line.addClassName(style);
        sum.add(line);
    }
}

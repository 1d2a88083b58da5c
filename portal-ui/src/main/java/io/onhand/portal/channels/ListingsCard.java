package io.onhand.portal.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.onhand.channel.Channel;
import io.onhand.channel.Listing;
import io.onhand.channel.Listings;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Badge;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.CursorPages;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.Spoken;
import io.onhand.portal.parts.Tone;
import jakarta.inject.Inject;
import java.util.List;

/** What a channel sells, and what it was last told of each. */
class ListingsCard extends Card {
    private static final int ROWS_WITHOUT_SCROLLING = 8;

    private final transient Workspace workspace;
    private final transient Listings listings;
    private final transient LinkSheet links;
    private final transient Live live;
    private final Grid<Listing> grid = new Grid<>();
    private final Empty none =
            new Empty(Glyph.LINK, getTranslation("listings.none"), getTranslation("listings.none.next")).small();

    @Inject
    ListingsCard(Workspace workspace, Listings listings, LinkSheet links, Live live) {
        super("");
        this.workspace = workspace;
        this.listings = listings;
        this.links = links;
        this.live = live;
        rename(getTranslation("listings"));
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_NO_ROW_BORDERS);
        grid.addComponentColumn(this::what).setHeader(getTranslation("listing")).setFlexGrow(3);
        grid.addComponentColumn(this::sku).setHeader(getTranslation("sku")).setFlexGrow(2);
        grid.addComponentColumn(this::told)
                .setHeader(getTranslation("listing.told"))
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
                .setFlexGrow(1);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("listing.state"))
                .setFlexGrow(1);
        showFlush(grid, none);
    }

    /** Those of this channel. */
    void of(Channel channel) {
        CursorPages<Listing> pages =
                new CursorPages<>((after, limit) -> listings.list(channel.id(), false, after, limit));
        List<Listing> first = workspace.look(pages::again);
        grid.setItems(query -> {
            query.getOffset();
            query.getLimit();
            return workspace.look(() -> pages.fetch(query)).stream();
        });
        live.watch(this, workspace.tenant().id(), first, pages::again, now -> {
            grid.setVisible(!now.isEmpty());
            none.setVisible(now.isEmpty());
            size(now.size());
            if (now == first) return;
            pages.restart();
            grid.getDataProvider().refreshAll();
        });
    }

    /** As high as what it shows; with more, it scrolls. */
    private void size(int listings) {
        grid.setAllRowsVisible(listings <= ROWS_WITHOUT_SCROLLING);
        if (listings > ROWS_WITHOUT_SCROLLING) grid.setHeight("520px");
    }

    private Component what(Listing listing) {
        Span title = new Span(listing.title() == null ? listing.externalId() : listing.title());
        title.addClassName("cut");
        Span id = Acts.quiet(listing.externalId());
        id.addClassNames("cut", "mono");
        Div cell = new Div(title, id);
        cell.getStyle().set("display", "grid");
        return cell;
    }

    private Component sku(Listing listing) {
        if (listing.skuId() == null) return Acts.quiet("—");
        Component link = Acts.link(listing.skuCode(), "stock/" + listing.skuId());
        link.addClassName("cut");
        link.getElement().setAttribute("title", listing.skuCode());
        if (!workspace.mayAct()) return link;
        Button change = Acts.with(Glyph.EDIT, Acts.quiet("", () -> links.open(listing)));
        change.setAriaLabel(getTranslation("listing.relink", listing.externalId()));
        change.setTooltipText(getTranslation("listing.relink", listing.externalId()));
        change.getStyle().set("flex", "none");
        Div cell = new Div(link, change);
        cell.getStyle()
                .set("display", "flex")
                .set("gap", "4px")
                .set("align-items", "center")
                .set("min-width", "0");
        return cell;
    }

    private Component told(Listing listing) {
        return listing.toldQuantity() == null ? Acts.quiet("—") : Spoken.count(listing.toldQuantity(), getLocale());
    }

    private Component state(Listing listing) {
        if (listing.skuId() == null)
            return new Badge(Tone.ATTENTION, getTranslation("listing.state." + listing.state()));
        if (listing.lastError() != null && listing.staleSince() != null) {
            Badge badge = new Badge(Tone.WRONG, getTranslation("listing.refused"));
            badge.setTitle(listing.lastError().isEmpty() ? getTranslation("listing.unanswered") : listing.lastError());
            return badge;
        }
        if (listing.staleSince() != null) return new Badge(Tone.WAIT, getTranslation("listing.waits"));
        return listing.toldAt() == null ? Acts.quiet("—") : new Ago(listing.toldAt());
    }
}

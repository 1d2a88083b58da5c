package io.onhand.portal.channels;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.onhand.channel.Listing;
import io.onhand.channel.Listings;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Badge;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.Logo;
import io.onhand.portal.parts.Tone;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Listings that no SKU answers to: orders of them wait until somebody says what they are. */
class WaitingListings extends Div {
    private static final int SHOWN = 20;

    private final transient Workspace workspace;
    private final transient Listings listings;
    private final transient LinkSheet links;
    private final transient Live live;

    @Inject
    WaitingListings(Workspace workspace, Listings listings, LinkSheet links, Live live) {
        this.workspace = workspace;
        this.listings = listings;
        this.links = links;
        this.live = live;
    }

    /** Those of every channel. */
    void ofAll() {
        of(null);
    }

    /** Those of one channel. */
    void of(UUID channel) {
        live.watch(
                this,
                workspace.tenant().id(),
                workspace.look(() -> read(channel)),
                () -> read(channel),
                waiting -> show(waiting, channel == null));
    }

    private List<Listing> read(UUID channel) {
        return listings.list(channel, true, null, SHOWN).items();
    }

    private void show(List<Listing> waiting, boolean withChannel) {
        removeAll();
        setVisible(!waiting.isEmpty());
        if (waiting.isEmpty()) return;
        UnorderedList list = new UnorderedList();
        list.addClassName("list");
        waiting.forEach(listing -> list.add(item(listing, withChannel)));
        add(new Card(getTranslation("listing.waiting"))
                .hint(getTranslation("listing.waiting.hint"))
                .showFlush(list));
    }

    private ListItem item(Listing listing, boolean withChannel) {
        Span title = new Span(listing.title() == null ? listing.externalId() : listing.title());
        title.addClassNames("strong", "cut");
        Span codes = Acts.quiet(getTranslation(
                "listing.codes", listing.externalId(), listing.sellerCode() == null ? "—" : listing.sellerCode()));
        codes.addClassName("cut");
        Div words = new Div(title, codes);
        words.addClassName("grow");
        ListItem item = new ListItem();
        if (withChannel) item.add(new Logo(listing.channelName()).small(), new Span(listing.channelName()));
        item.add(words, new Badge(Tone.ATTENTION, getTranslation("listing.state." + listing.state())));
        if (workspace.mayAct()) item.add(Acts.plain(getTranslation("listing.link"), () -> links.open(listing)));
        return item;
    }
}

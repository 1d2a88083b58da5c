package io.onhand.portal.channels;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.onhand.catalog.Catalog;
import io.onhand.channel.Listing;
import io.onhand.channel.Listings;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Sheet;
import io.onhand.portal.parts.SkuPicker;
import io.onhand.portal.parts.Toast;
import jakarta.inject.Inject;

/** Says which SKU a listing is, for the first time or anew. */
class LinkSheet {
    private final Workspace workspace;
    private final Listings listings;
    private final Catalog catalog;

    @Inject
    LinkSheet(Workspace workspace, Listings listings, Catalog catalog) {
        this.workspace = workspace;
        this.listings = listings;
        this.catalog = catalog;
    }

    void open(Listing listing) {
        Sheet sheet = new Sheet("");
        sheet.setHeaderTitle(sheet.getTranslation("listing.link.title"));
        SkuPicker sku =
                new SkuPicker((search, after, limit) -> workspace.look(() -> catalog.list(search, after, limit)));
        Div what = new Div(
                new Span(listing.channelName() + " · "),
                new Span(listing.title() == null ? listing.externalId() : listing.title()));
        what.addClassName("second");
        sheet.show(what);
        if (listing.skuCode() != null)
            sheet.show(new Div(sheet.getTranslation("listing.linked-now", listing.skuCode())));
        sheet.field("skuCode", sku);
        sheet.act(sheet.getTranslation("listing.link"), () -> {
            String code = sku.picked("skuCode").code();
            workspace.act(() -> listings.link(listing.id(), code, workspace.actor()));
            Toast.done(sheet.getTranslation("listing.linked", code));
        });
        sheet.open();
        sku.focus();
    }
}

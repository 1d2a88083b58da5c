package io.onhand.portal.shell;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Live;
import jakarta.inject.Inject;

/** The jobs of the day, one line each; a number only where something calls for action. */
class Navigation extends Aside {
    private final Span channelsCount = new Span();

    @Inject
    Navigation(Workspace workspace, Live live, Attention attention) {
        addClassName("side");
        UnorderedList jobs = new UnorderedList();
        jobs.add(job("today", Glyph.TODAY, "", null));
        jobs.add(job("orders", Glyph.ORDERS, "orders", null));
        jobs.add(job("stock", Glyph.STOCK, "stock", null));
        channelsCount.addClassName("count");
        jobs.add(job("channels", Glyph.CHANNELS, "channels", channelsCount));
        jobs.add(job("imports", Glyph.IMPORTS, "imports", null));
        Nav nav = new Nav(jobs);
        nav.getElement().setAttribute("aria-label", getTranslation("nav"));
        add(Brand.mark(), nav, new Div(fold()));
        getChildren().reduce((first, last) -> last).ifPresent(foot -> foot.addClassName("foot"));
        if (workspace.isOpen())
            live.watch(
                    this,
                    workspace.tenant().id(),
                    workspace.look(attention::count),
                    attention::count,
                    this::showChannelsCount);
    }

    private void showChannelsCount(int waiting) {
        channelsCount.setVisible(waiting > 0);
        channelsCount.setText(getTranslation("number", waiting));
        channelsCount.getElement().setAttribute("aria-label", getTranslation("nav.channels.waiting", waiting));
    }

    private ListItem job(String key, Glyph glyph, String path, Span count) {
        Span label = new Span(getTranslation("nav." + key));
        label.addClassName("label");
        RouterLink link = new RouterLink();
        link.getElement().setAttribute("href", path);
        link.setHighlightCondition(
                path.isEmpty() ? HighlightConditions.sameLocation() : HighlightConditions.locationPrefix(path));
        link.add(glyph.icon(), label);
        link.getElement().setAttribute("title", label.getText());
        if (count != null) link.add(count);
        return new ListItem(link);
    }

    private NativeButton fold() {
        Span label = new Span(getTranslation("nav.fold"));
        label.addClassName("label");
        NativeButton fold = new NativeButton();
        fold.add(Glyph.FOLD.icon(), label);
        fold.addClassName("fold");
        fold.getElement().setAttribute("onclick", "onhand.fold()");
        fold.getElement().setAttribute("aria-label", getTranslation("nav.fold"));
        return fold;
    }
}

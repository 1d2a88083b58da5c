package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;

/** What every view is: a title with its state, what can be done at the right, the work beneath. */
public abstract class Screen extends Div implements HasDynamicTitle {
    private final Header header = new Header();
    private final H1 title = new H1();
    private final Span words = new Span();
    private final Span beside = new Span();
    private final Div acts = new Div();

    protected Screen() {
        addClassName("page");
        acts.addClassName("acts");
        beside.getStyle().set("display", "contents");
        title.add(words, beside);
        header.add(title, acts);
        add(header);
    }

    /** What this view is about. */
    protected final void title(String text) {
        words.setText(text);
    }

    /** The state badge, beside the title. */
    protected final void beside(Component... badges) {
        beside.removeAll();
        beside.add(badges);
    }

    /** What can be done with the whole of it. */
    protected final void acts(Component... actions) {
        acts.removeAll();
        acts.add(actions);
    }

    /** A sentence under the title. */
    protected final void under(Component... sentence) {
        header.getChildren()
                .filter(child -> child.getElement().getClassList().contains("under"))
                .toList()
                .forEach(header::remove);
        Div line = new Div(sentence);
        line.addClassName("under");
        header.add(line);
    }

    /** The way back to the list that this view is one of. */
    protected final void crumb(String label, String path) {
        RouterLink link = new RouterLink();
        link.getElement().setAttribute("href", path);
        link.setText(label);
        Nav crumbs = new Nav(link, Glyph.RIGHT.small());
        crumbs.addClassName("crumbs");
        header.addComponentAsFirst(crumbs);
    }

    /** Fills the height of the window, for a view that is one grid. */
    protected final void fill() {
        addClassName("fill");
    }

    @Override
    public String getPageTitle() {
        return words.getText() + " · Onhand";
    }
}

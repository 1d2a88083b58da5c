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
    private final Nav crumbs = new Nav();
    private final H1 title = new H1();
    private final Span words = new Span();
    private final Span beside = new Span();
    private final Div acts = new Div();
    private final Span steps = new Span();

    protected Screen() {
        addClassName("page");
        acts.addClassName("acts");
        steps.addClassName("stepping");
        crumbs.addClassName("crumbs");
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

    /** The way back to the list that this view is one of; a further one leads to what is between. */
    protected final void crumb(String label, String path) {
        if (crumbs.getComponentCount() == 0) header.addComponentAsFirst(crumbs);
        else crumbs.add(Glyph.RIGHT.small());
        crumbs.add(Acts.link(label, path), steps);
    }

    /** The ways to what stands around this address in the list that one came from; the keys j and k go there too. */
    protected final void stepping(String path) {
        Neighbours.Around around = Neighbours.of(path);
        steps.removeAll();
        if (around.before() == null && around.after() == null) return;
        steps.add(step(around.before(), "step.before", "k"), step(around.after(), "step.after", "j"));
    }

    private Component step(String path, String key, String shortcut) {
        String label = getTranslation(key);
        if (path == null) {
            Span end = new Span(Glyph.RIGHT.small());
            end.addClassName("end");
            return end;
        }
        RouterLink link = Acts.link(path, Glyph.RIGHT.small());
        link.getElement()
                .setAttribute("data-key", shortcut)
                .setAttribute("aria-label", label)
                .setAttribute("title", label + " (" + shortcut + ")");
        return link;
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

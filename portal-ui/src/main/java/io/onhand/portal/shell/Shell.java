package io.onhand.portal.shell;

import com.vaadin.cdi.annotation.RouteScoped;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import jakarta.inject.Inject;

/** Navigation at the left, the top bar, and the view between them. */
@Layout
@RouteScoped
class Shell extends Div implements RouterLayout {
    private final Main main = new Main();
    private final Finder finder;

    @Inject
    Shell(Navigation navigation, TopBar top, Finder finder) {
        this.finder = finder;
        addClassName("shell");
        Anchor skip = new Anchor("#main", getTranslation("skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        main.setId("main");
        main.addClassName("main");
        main.getElement().setAttribute("tabindex", "-1");
        add(skip, navigation, top, main);
        top.onSeek(finder::open);
        // Ctrl+K or Command+K from anywhere, also from inside a field.
        getElement().executeJs("""
                const open = e => {
                  if (e.key && e.key.toLowerCase() === 'k' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); this.$server.seek(); }
                };
                document.addEventListener('keydown', open);
                """);
    }

    /** Opens the search. */
    @ClientCallable
    void seek() {
        finder.open();
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
        main.getElement().executeJs("this.scrollTop = 0");
    }
}

package io.onhand.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Glyph;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Search everything: orders, SKUs, channels and pages, by the keyboard alone. */
class Finder extends Dialog {
    private static final int TYPING_MILLIS = 150;

    private final transient Workspace workspace;
    private final transient Everything everything;
    private final TextField words = new TextField();
    private final Div found = new Div();
    private final List<Anchor> hits = new ArrayList<>();
    private int at;

    @Inject
    Finder(Workspace workspace, Everything everything) {
        this.workspace = workspace;
        this.everything = everything;
        getElement().getThemeList().add("no-padding");
        setTop("14vh");
        setAriaLabel(getTranslation("seek"));
        words.setPlaceholder(getTranslation("seek.hint"));
        words.setPrefixComponent(Glyph.SEARCH.icon());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_MILLIS);
        words.setAriaLabel(getTranslation("seek"));
        words.addValueChangeListener(change -> find());
        words.addKeyDownListener(Key.ARROW_DOWN, key -> move(1));
        words.addKeyDownListener(Key.ARROW_UP, key -> move(-1));
        words.addKeyDownListener(Key.ENTER, key -> go());
        found.addClassName("found");
        found.getElement().setAttribute("role", "listbox");
        Div box = new Div(words, found);
        box.addClassName("finder");
        add(box);
    }

    @Override
    public void open() {
        if (isOpened()) return;
        words.clear();
        find();
        super.open();
        words.focus();
    }

    private void find() {
        found.removeAll();
        hits.clear();
        at = 0;
        String wanted = words.getValue().strip();
        List<Everything.Group> groups = workspace.look(() -> everything.find(wanted, getLocale()));
        for (Everything.Group group : groups) {
            if (group.hits().isEmpty()) continue;
            Div title = new Div(getTranslation("seek.in." + group.name()));
            title.addClassName("group");
            found.add(title);
            group.hits().forEach(hit -> found.add(line(group, hit)));
        }
        if (hits.isEmpty())
            found.add(new Empty(Glyph.SEARCH, getTranslation("seek.none", wanted), getTranslation("seek.none.next"))
                    .small());
        show();
    }

    private Component line(Everything.Group group, Everything.Hit hit) {
        Span name = new Span(hit.name());
        name.addClassName("cut");
        Span aside = new Span(hit.aside());
        aside.addClassNames("aside", "cut");
        Anchor line = new Anchor(hit.path(), group.glyph().icon(), name, aside);
        line.getElement().setAttribute("role", "option");
        line.getElement().setAttribute("router-link", true);
        line.getElement().addEventListener("click", click -> close());
        hits.add(line);
        return line;
    }

    private void move(int by) {
        if (hits.isEmpty()) return;
        at = Math.floorMod(at + by, hits.size());
        show();
    }

    private void show() {
        for (int i = 0; i < hits.size(); i++) {
            Anchor hit = hits.get(i);
            hit.setClassName("at", i == at);
            hit.getElement().setAttribute("aria-selected", String.valueOf(i == at));
            if (i == at) hit.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }

    private void go() {
        if (hits.isEmpty()) return;
        String path = hits.get(at).getHref();
        close();
        UI.getCurrent().navigate(path);
    }
}

package io.onhand.portal.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import io.onhand.portal.login.Person;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Live;
import io.onhand.tenant.Tenants.Tenant;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For whom, find, in which language, in which light, who. */
class TopBar extends Header {
    private static final Map<String, String> LANGUAGES = Map.of("ko", "한국어", "ja", "日本語", "en", "English");

    private final transient Workspace workspace;
    private final NativeButton seek = new NativeButton();
    private final Anchor busy = new Anchor();

    @Inject
    TopBar(Workspace workspace, Live live, Attention attention) {
        this.workspace = workspace;
        addClassName("top");
        busy.addClassName("busy");
        busy.setVisible(false);
        Div end = new Div(busy, language(), light());
        end.addClassName("end");
        workspace.person().ifPresent(person -> end.add(person(person)));
        add(burger());
        if (workspace.isOpen()) add(tenant());
        add(seek(), end);
        if (workspace.isOpen())
            live.watch(
                    this,
                    workspace.tenant().id(),
                    workspace.look(attention::importsAtWork),
                    attention::importsAtWork,
                    this::showBusy);
    }

    private void showBusy(int imports) {
        busy.setVisible(imports > 0);
        busy.setText(getTranslation("activity.imports", imports));
        busy.setHref("imports");
    }

    void onSeek(Runnable open) {
        seek.addClickListener(click -> open.run());
    }

    private Button burger() {
        Button burger = icon(Glyph.MENU, "nav.open");
        burger.addClassName("burger");
        burger.getElement().setAttribute("onclick", "setTimeout(() => onhand.side(true))");
        return burger;
    }

    private HtmlContainer tenant() {
        Tenant current = workspace.tenant();
        Span letter = new Span(current.name().substring(0, 1).toUpperCase(Locale.ROOT));
        letter.addClassName("badge-letter");
        Span name = new Span(current.name());
        name.addClassNames("cut", "wide");
        List<Tenant> all = workspace.tenants();
        HtmlContainer shown = all.size() < 2 ? new Div() : new NativeButton();
        shown.add(letter, name);
        shown.addClassName("tenant");
        if (all.size() < 2) return shown;
        shown.add(Glyph.DOWN.small());
        shown.getElement().setAttribute("aria-label", getTranslation("tenant.switch", current.name()));
        ContextMenu menu = menu(shown);
        for (Tenant tenant : all) {
            MenuItem item = menu.addItem(tenant.name(), click -> change(tenant));
            item.setCheckable(true);
            item.setChecked(tenant.equals(current));
        }
        return shown;
    }

    /** Every open tab of this session shows the other tenant from now on. */
    private void change(Tenant tenant) {
        if (tenant.equals(workspace.tenant())) return;
        workspace.change(tenant);
        for (UI ui : VaadinSession.getCurrent().getUIs())
            ui.accessSynchronously(() -> ui.getPage().setLocation("/"));
    }

    private NativeButton seek() {
        Span words = new Span(getTranslation("seek"));
        words.addClassName("cut");
        Span key = new Span();
        key.getElement().setProperty("innerHTML", "<kbd>Ctrl</kbd> <kbd>K</kbd>");
        key.getStyle().set("margin-left", "auto").set("white-space", "nowrap");
        seek.add(Glyph.SEARCH.small(), words, key);
        seek.addClassName("seek");
        seek.getElement().setAttribute("aria-keyshortcuts", "Control+K");
        return seek;
    }

    private Button language() {
        Button button = icon(Glyph.LANGUAGE, "language");
        ContextMenu menu = menu(button);
        for (String code : List.of("ko", "ja", "en")) {
            MenuItem item =
                    menu.addItem(LANGUAGES.get(code), click -> getElement().executeJs("onhand.language($0)", code));
            item.getElement().setAttribute("lang", code);
            item.setCheckable(true);
            item.setChecked(getLocale().getLanguage().equals(code));
        }
        return button;
    }

    private Button light() {
        Button button = icon(Glyph.SUN, "light");
        ContextMenu menu = menu(button);
        for (String name : List.of("system", "light", "dark"))
            menu.addItem(getTranslation("light." + name), click -> getElement().executeJs("onhand.theme($0)", name));
        return button;
    }

    private Button person(Person person) {
        Span face = new Span(person.initials());
        face.addClassName("face");
        Button button = new Button(face);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("person.menu", person.name()));
        ContextMenu menu = menu(button);
        Div who = new Div(new Div(person.name()), new Div(person.email() == null ? person.login() : person.email()));
        who.getChildren().findFirst().ifPresent(name -> name.addClassName("strong"));
        MenuItem head = menu.addItem(who);
        head.setEnabled(false);
        if (!person.mayAct()) menu.addItem(getTranslation("person.reads-only")).setEnabled(false);
        menu.addSeparator();
        menu.addItem(getTranslation("person.sign-out"), click -> getUI().ifPresent(
                        ui -> ui.getPage().setLocation("/logout")));
        return button;
    }

    private Button icon(Glyph glyph, String key) {
        Button button = new Button(glyph.icon());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }

    private static ContextMenu menu(com.vaadin.flow.component.Component opener) {
        ContextMenu menu = new ContextMenu(opener);
        menu.setOpenOnClick(true);
        return menu;
    }
}

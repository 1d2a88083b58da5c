package io.onhand.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Glyph;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such page. */
@ParentLayout(Shell.class)
class Missing extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        addClassName("page");
        add(nothing(this));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    static Empty nothing(Component asker) {
        return new Empty(
                Glyph.SEARCH,
                asker.getTranslation("missing"),
                asker.getTranslation("missing.next"),
                Acts.link(asker.getTranslation("nav.today"), ""));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("missing") + " · Onhand";
    }
}

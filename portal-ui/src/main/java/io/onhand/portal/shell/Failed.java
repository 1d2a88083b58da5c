package io.onhand.portal.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Empty;
import io.onhand.portal.parts.Failures;
import io.onhand.portal.parts.Glyph;
import jakarta.servlet.http.HttpServletResponse;

/** A view could not be shown: a reference that the log knows, never a stack trace. */
@ParentLayout(Shell.class)
class Failed extends Div implements HasErrorParameter<RuntimeException>, HasDynamicTitle {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<RuntimeException> parameter) {
        addClassName("page");
        String words = Failures.reported(this, parameter.getException());
        add(new Empty(Glyph.WRONG, getTranslation("failure.title"), words, Acts.link(getTranslation("nav.today"), "")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("failure.title") + " · Onhand";
    }
}

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
import io.onhand.refusal.Refusal;
import jakarta.servlet.http.HttpServletResponse;

/** The page was refused: another tenant's thing is the same as one that does not exist. */
@ParentLayout(Shell.class)
class Refused extends Div implements HasErrorParameter<Refusal>, HasDynamicTitle {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> parameter) {
        addClassName("page");
        Refusal refusal = parameter.getException();
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
            add(Missing.nothing(this));
            return HttpServletResponse.SC_NOT_FOUND;
        }
        add(new Empty(Glyph.WRONG, Failures.words(this, refusal), null, Acts.link(getTranslation("nav.today"), "")));
        return HttpServletResponse.SC_BAD_REQUEST;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("missing") + " · Onhand";
    }
}

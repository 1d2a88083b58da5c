package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;

/** How long ago something was, ageing by itself in the browser; the exact instant in the tenant's zone on hover. */
@Tag("onhand-ago")
public class Ago extends Component {
    /** {@code null} is shown as a dash. */
    public Ago(Instant at) {
        if (at != null) getElement().setAttribute("at", at.toString());
    }
}

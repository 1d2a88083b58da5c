package io.onhand.portal.parts;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;

/** Ids in addresses. */
public final class Ids {
    private Ids() {}

    /** The route parameter {@code id}. @throws NotFoundException when it is not an id at all */
    public static UUID of(BeforeEnterEvent event) {
        String text = event.getRouteParameters().get("id").orElse("");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(text);
        }
    }
}

package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;

/** Who did something: people by their names, programs as what they are. */
public final class Actor {
    private static final String CLIENT = "client:";

    private Actor() {}

    /** @param actor as the history has it, e.g. {@code minji} or {@code client:demo-partner} */
    public static String words(Component asker, String actor) {
        return actor.startsWith(CLIENT)
                ? asker.getTranslation("actor.client", actor.substring(CLIENT.length()))
                : actor;
    }
}

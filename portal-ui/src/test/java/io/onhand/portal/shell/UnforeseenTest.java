package io.onhand.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import io.onhand.portal.parts.Translations;
import io.onhand.refusal.Refusal;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnforeseenTest {
    @BeforeEach
    void openScreen() {
        System.setProperty("vaadin.i18n.provider", Translations.class.getName());
        MockVaadin.setup();
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void closeScreen() {
        MockVaadin.tearDown();
    }

    @Test
    void aRefusalThatNoViewCaughtIsSaidInItsWords() {
        assertThat(saidOf(Refusal.conflict("changed-meanwhile", "Version 3")))
                .contains(UI.getCurrent().getTranslation("refusal.changed-meanwhile"));
    }

    @Test
    void aBugThatNoViewCaughtIsSaidWithAReference() {
        assertThat(saidOf(new IllegalStateException("jdbc:postgresql://secret")))
                .contains("reference")
                .doesNotContain("secret");
    }

    private static String saidOf(RuntimeException failure) {
        new Unforeseen().error(new ErrorEvent(failure));
        MockVaadin.clientRoundtrip();
        return NotificationsKt.getNotifications().get(0).getElement().getTextRecursively();
    }
}

package io.onhand.portal.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.onhand.imports.ImportState;
import io.onhand.order.OrderState;
import io.onhand.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

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
    void everyStateHasABadge() {
        for (OrderState state : OrderState.values())
            assertThat(Badges.of(state).getText()).isNotBlank();
        for (ImportState state : ImportState.values())
            assertThat(Badges.of(state).getText()).isNotBlank();
    }

    @Test
    void heldUnitsComeBeforeSafetyStockInTheBar() {
        assertThat(StockBar.Split.of(10, 4, 3)).isEqualTo(new StockBar.Split(3, 4, 3, 0));
        assertThat(StockBar.Split.of(5, 4, 3)).isEqualTo(new StockBar.Split(0, 4, 1, 0));
        assertThat(StockBar.Split.of(2, 4, 3)).isEqualTo(new StockBar.Split(0, 2, 0, 0));
    }

    @Test
    void oursAndToldSaysWhetherTheChannelKnows() {
        assertThat(new OursAndTold(4, 4, NOON, 10).getClassNames()).contains("same");
        assertThat(new OursAndTold(4, 5, NOON, 10).getClassNames()).contains("differs");
        assertThat(new OursAndTold(4, null, null, 10).getClassNames()).contains("differs");
    }

    @Test
    void aSparklineLeavesOutWhatWasNotMeasured() {
        assertThat(Sparkline.svg(java.util.Arrays.asList(1, null, 2))).contains("M0.0 14.5L120.0 2.0");
        assertThat(Sparkline.svg(List.of())).contains("d=\"\"");
    }

    @Test
    void aRefusalStandsInTheFormInWords() {
        Div place = new Div();
        boolean worked = Failures.caught(place, () -> {
            throw Refusal.conflict("stock-below-zero", "Only 3 are on hand").with("onHand", 3);
        });
        assertThat(worked).isFalse();
        assertThat(place.getElement().getTextRecursively())
                .contains(words("refusal.stock-below-zero").replace("{onHand}", "3"));
    }

    @Test
    void allThatIsMissingIsMarkedAtOnce() {
        Fields fields = new Fields();
        TextField units = fields.add("units", new TextField());
        TextField reason = fields.add("reason", new TextField());
        Div place = new Div();
        boolean worked = fields.caught(
                place,
                () -> fields.refuse(
                        place,
                        List.of(
                                Refusal.invalid("units-missing", "units", "How many units?"),
                                Refusal.invalid("reason-missing", "reason", "Choose a reason"))));
        assertThat(worked).isFalse();
        assertThat(units.getErrorMessage()).isEqualTo(words("refusal.units-missing"));
        assertThat(reason.getErrorMessage()).isEqualTo(words("refusal.reason-missing"));
        assertThat(place.getChildren()).isEmpty();
    }

    @Test
    void aNumberThatCannotBeReadIsNeverTakenForNone() {
        Fields fields = new Fields();
        IntegerField units = fields.add("units", new IntegerField());
        Div place = new Div();
        type(units, "1-");
        assertThat(fields.caught(place, () -> fail("the act is stopped"))).isFalse();
        assertThat(units.getErrorMessage()).isEqualTo(words("refusal.number-malformed"));
        type(units, "");
        assertThat(fields.caught(place, () -> {})).isTrue();
        assertThat(units.isInvalid()).isFalse();
    }

    @Test
    void aNumberThatIsMissingIsNotCalledUnreadable() {
        Fields fields = new Fields();
        IntegerField units = fields.add("units", new IntegerField());
        units.setRequiredIndicatorVisible(true);
        assertThat(fields.caught(new Div(), () -> {})).isTrue();
    }

    @Test
    void aFieldIsMarkedByTheNameThatTheCoreGaveItLast() {
        Fields fields = new Fields();
        TextField first = fields.add("line-1", new TextField());
        TextField second = fields.add("line-2", new TextField());
        fields.alsoCalled("lines[0]", first);
        fields.alsoCalled("lines[0]", second);
        fields.caught(new Div(), () -> {
            throw Refusal.invalid("units-missing", "lines[0]", "How many units?");
        });
        assertThat(first.isInvalid()).isFalse();
        assertThat(second.isInvalid()).isTrue();
    }

    @Test
    void aRefusalWithoutWordsShowsItsMessageAndCode() {
        Refusal refusal = Refusal.conflict("never-heard-of", "Something new");
        assertThat(Failures.words(new Div(), refusal)).contains("Something new");
    }

    @Test
    void aBugIsSaidWithAReferenceAndNothingElse() {
        Div place = new Div();
        Failures.caught(place, () -> {
            throw new IllegalStateException("jdbc:postgresql://secret");
        });
        assertThat(place.getElement().getTextRecursively())
                .doesNotContain("secret")
                .isNotBlank();
    }

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() {
        assertThat(Spoken.money(12_900, "KRW", Locale.KOREA)).isEqualTo("₩12,900");
        assertThat(Spoken.money(12_900, "JPY", Locale.JAPAN)).isEqualTo("￥12,900");
        assertThat(Spoken.money(12_950, "USD", Locale.US)).isEqualTo("$129.50");
    }

    @Test
    void aChannelsInitialsAreItsNumberOrItsFirstLetter() {
        assertThat(Logo.initials("Mall 07")).isEqualTo("07");
        assertThat(Logo.initials("Rakuten")).isEqualTo("R");
        assertThat(Logo.initials("스마트스토어")).isEqualTo("스");
    }

    /** As the browser sends it. */
    private static void type(IntegerField field, String typed) {
        field.getElement().setProperty("_inputElementValue", typed);
        BasicUtilsKt._fireDomEvent(field, "unparsable-change");
    }

    private static String words(String key) {
        return new Div().getTranslation(key);
    }
}

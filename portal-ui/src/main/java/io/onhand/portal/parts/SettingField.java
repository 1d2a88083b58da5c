package io.onhand.portal.parts;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.onhand.channel.ConnectorDescriptor.Setting;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The field for one setting that a connector declares. */
public final class SettingField {
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();
    private static final List<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList();

    private SettingField() {}

    /**
     * A field for the setting.
     *
     * @param existing whether the channel exists: its secrets stay as they are when nothing is typed
     */
    public static AbstractField<?, String> of(Setting setting, boolean existing) {
        Locale locale = UI.getCurrent().getLocale();
        String label = Titles.of(setting.title(), locale, setting.name());
        String hint = Titles.of(setting.hint(), locale, "");
        return switch (setting.type()) {
            case "choice" -> choice(setting, label, hint, locale);
            case "secret" -> secret(setting, label, hint, existing);
            case "zone" -> combo(label, hint, ZONES);
            case "currency" -> {
                ComboBox<String> combo = combo(label, hint, CURRENCIES);
                combo.setItemLabelGenerator(
                        code -> code + " · " + Currency.getInstance(code).getDisplayName(locale));
                yield combo;
            }
            default -> text(setting, label, hint);
        };
    }

    /** What a setting's value is called. */
    public static String valueOf(Setting setting, String value, Locale locale) {
        Map<String, String> words =
                value == null ? null : setting.choiceTitles().get(value);
        return Titles.of(words, locale, value);
    }

    private static Select<String> choice(Setting setting, String label, String hint, Locale locale) {
        Select<String> choice = new Select<>();
        choice.setLabel(label);
        choice.setItems(setting.choices());
        choice.setItemLabelGenerator(value -> valueOf(setting, value, locale));
        choice.setHelperText(hint);
        choice.setRequiredIndicatorVisible(setting.required());
        choice.setWidthFull();
        return choice;
    }

    private static PasswordField secret(Setting setting, String label, String hint, boolean existing) {
        PasswordField secret = new PasswordField(label);
        secret.setHelperText(hint);
        secret.setRequiredIndicatorVisible(setting.required() && !existing);
        secret.setPlaceholder(existing ? secret.getTranslation("connect.secret.kept") : "");
        secret.getElement().setAttribute("autocomplete", "new-password");
        secret.setWidthFull();
        return secret;
    }

    private static ComboBox<String> combo(String label, String hint, List<String> items) {
        ComboBox<String> combo = new ComboBox<>(label, items);
        combo.setHelperText(hint);
        combo.setClearButtonVisible(true);
        combo.setWidthFull();
        return combo;
    }

    private static TextField text(Setting setting, String label, String hint) {
        TextField text = new TextField(label);
        text.setHelperText(hint);
        text.setRequiredIndicatorVisible(setting.required());
        text.setWidthFull();
        if (setting.type().equals("url")) text.setPlaceholder("https://");
        if (setting.type().equals("number")) text.setAllowedCharPattern("[0-9]");
        return text;
    }
}

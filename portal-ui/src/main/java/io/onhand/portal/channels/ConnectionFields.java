package io.onhand.portal.channels;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.ConnectorDescriptor.Setting;
import io.onhand.portal.parts.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form that a connector declares. A secret is typed anew or left as it is; it is never shown. */
class ConnectionFields extends Div {
    private final Map<String, HasValue<?, String>> byName = new LinkedHashMap<>();

    /**
     * @param known the settings of an existing channel, without its secrets; null for a new one
     */
    ConnectionFields(ConnectorDescriptor connector, Map<String, String> known, Fields fields) {
        getStyle().set("display", "grid").set("gap", "12px");
        for (Setting setting : connector.settings()) {
            AbstractField<?, String> field = field(setting, known != null);
            fields.add("settings." + setting.name(), field);
            byName.put(setting.name(), field);
            String value = known == null ? setting.defaultValue() : known.get(setting.name());
            if (value != null && !setting.isSecret()) field.setValue(value);
            add((Component) field);
        }
    }

    /** What is typed, by the connector's names; empty fields are left out. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        byName.forEach((name, field) -> {
            String value = field.getValue();
            if (value != null && !value.isBlank()) settings.put(name, value.strip());
        });
        return settings;
    }

    private AbstractField<?, String> field(Setting setting, boolean existing) {
        String label = Titles.of(setting.title(), getLocale(), setting.name());
        String hint = Titles.of(setting.hint(), getLocale(), "");
        if (setting.type().equals("choice")) {
            Select<String> choice = new Select<>();
            choice.setLabel(label);
            choice.setItems(setting.choices());
            choice.setHelperText(hint);
            choice.setRequiredIndicatorVisible(setting.required());
            choice.setWidthFull();
            return choice;
        }
        if (setting.isSecret()) {
            PasswordField secret = new PasswordField(label);
            secret.setHelperText(hint);
            secret.setRequiredIndicatorVisible(setting.required() && !existing);
            secret.setPlaceholder(existing ? getTranslation("connect.secret.kept") : "");
            secret.getElement().setAttribute("autocomplete", "new-password");
            secret.setWidthFull();
            return secret;
        }
        TextField text = new TextField(label);
        text.setHelperText(hint);
        text.setRequiredIndicatorVisible(setting.required());
        text.setWidthFull();
        if (setting.type().equals("url")) text.setPlaceholder("https://");
        if (setting.type().equals("number")) text.setAllowedCharPattern("[0-9]");
        return text;
    }
}

package io.onhand.portal.channels;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.ConnectorDescriptor.Setting;
import io.onhand.portal.parts.Fields;
import io.onhand.portal.parts.SettingField;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form that a connector declares. A secret is typed anew or left as it is; it is never shown. Columns of files have a
 * page of their own and stay as they are.
 */
class ConnectionFields extends Div {
    private final Map<String, HasValue<?, String>> byName = new LinkedHashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>();

    /**
     * @param known the settings of an existing channel, without its secrets; null for a new one
     */
    ConnectionFields(ConnectorDescriptor connector, Map<String, String> known, Fields fields) {
        getStyle().set("display", "grid").set("gap", "12px");
        for (Setting setting : connector.settings()) {
            String value = known == null ? setting.defaultValue() : known.get(setting.name());
            if (setting.isColumns()) {
                if (value != null) kept.put(setting.name(), value);
                continue;
            }
            AbstractField<?, String> field = SettingField.of(setting, known != null);
            fields.add("settings." + setting.name(), field);
            byName.put(setting.name(), field);
            if (value != null && !setting.isSecret()) field.setValue(value);
            add((Component) field);
        }
    }

    /** What is typed, by the connector's names; empty fields are left out. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(kept);
        byName.forEach((name, field) -> {
            String value = field.getValue();
            if (value != null && !value.isBlank()) settings.put(name, value.strip());
        });
        return settings;
    }
}

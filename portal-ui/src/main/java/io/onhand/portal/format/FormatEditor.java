package io.onhand.portal.format;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.onhand.channel.Channel;
import io.onhand.channel.ColumnNames;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.ConnectorDescriptor.Setting;
import io.onhand.imports.FileTable;
import io.onhand.imports.UnrecognisedFiles;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Fields;
import io.onhand.portal.parts.SettingField;
import io.onhand.refusal.Refusal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole form: the file as it is, which column is what, and the rows as they would be read, all of it while choosing.
 * Names that the channel knows already stand as they are; only a channel without any gets guesses.
 */
public class FormatEditor extends Div {
    private static final Map<String, String> MONEY = Map.of("Asia/Seoul", "KRW", "Asia/Tokyo", "JPY");

    private final transient ConnectorDescriptor connector;
    private final transient FileTable table;
    private final transient Map<String, AbstractField<?, String>> settings = new LinkedHashMap<>();
    private final Fields fields = new Fields();
    private final ColumnsForm form;
    private final FileRows asIs = new FileRows(getTranslation("format.file"));
    private final FileRows asRead = new FileRows(getTranslation("format.read"));

    /**
     * @param channel whose files they are
     * @param table what a file of it looks like; null when none was seen yet
     * @param zone the tenant's, for a channel that does not say its own
     */
    public FormatEditor(ConnectorDescriptor connector, Channel channel, FileTable table, ZoneId zone) {
        this.connector = connector;
        this.table = table;
        addClassName("stack");
        form = new ColumnsForm(connector.fileFields(), table, chosen(connector, channel, table), fields, this::changed);
        if (table != null)
            add(new Card(getTranslation("format.file"))
                    .hint(
                            table.sheet().isEmpty()
                                    ? getTranslation("format.file.row", table.headerRow())
                                    : getTranslation("format.file.sheet", table.headerRow(), table.sheet()))
                    .showFlush(asIs));
        add(new Card(getTranslation("format.columns"))
                .hint(getTranslation(table == null ? "format.columns.typed" : "format.columns.hint"))
                .show(form, clockAndMoney(channel, zone)));
        if (table != null)
            add(new Card(getTranslation("format.read"))
                    .hint(getTranslation("format.read.hint"))
                    .showFlush(asRead));
        changed();
    }

    /** The chosen columns by field. */
    public Map<String, String> columns() {
        return form.columns();
    }

    /** The settings that stand beside the columns; an empty one is blank. */
    public Map<String, String> settings() {
        Map<String, String> typed = new LinkedHashMap<>();
        settings.forEach((name, field) -> typed.put(name, field.getValue() == null ? "" : field.getValue()));
        return typed;
    }

    /** Marks everything that is wrong and goes to the first of it; whether all is right. */
    public boolean isRight() {
        List<Refusal> problems = UnrecognisedFiles.problems(columns(), connector.fileFields(), table);
        form.mark(problems, true);
        form.focusFirstWrong();
        return problems.isEmpty();
    }

    /** The fields, so that a refusal stands where it belongs. */
    public Fields fields() {
        return fields;
    }

    private static Map<String, String> chosen(ConnectorDescriptor connector, Channel channel, FileTable table) {
        String known = connector
                .columnsSetting()
                .map(setting -> channel.settings().get(setting.name()))
                .orElse(null);
        if (known != null) return ColumnNames.read(known);
        Map<String, String> guesses = new LinkedHashMap<>();
        if (table != null)
            table.columns().stream()
                    .filter(column -> column.guess() != null)
                    .forEach(column -> guesses.putIfAbsent(column.guess(), column.name()));
        return guesses;
    }

    private Component clockAndMoney(Channel channel, ZoneId zone) {
        Div grid = new Div();
        grid.addClassName("columns-grid");
        for (Setting setting : connector.settings()) {
            boolean isZone = setting.type().equals("zone");
            if (!isZone && !setting.type().equals("currency")) continue;
            AbstractField<?, String> field = SettingField.of(setting, true);
            String usual = isZone ? zone.getId() : MONEY.get(zone.getId());
            String value = channel.settings().getOrDefault(setting.name(), usual);
            if (value != null) field.setValue(value);
            settings.put(setting.name(), field);
            grid.add(fields.add("settings." + setting.name(), (Component) field));
        }
        Div group = new Div(new H3(getTranslation("format.clock")), grid);
        group.addClassName("columns-form");
        return group;
    }

    private void changed() {
        if (form == null) return;
        Map<String, String> chosen = columns();
        form.mark(UnrecognisedFiles.problems(chosen, connector.fileFields(), table), false);
        if (table == null) return;
        asIs.showFile(table, chosen, form::titleOf);
        asRead.showRead(table, chosen, connector.fileFields(), form::titleOf);
    }
}

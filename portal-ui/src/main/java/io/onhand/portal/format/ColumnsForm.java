package io.onhand.portal.format;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.onhand.channel.FileField;
import io.onhand.imports.FileTable;
import io.onhand.portal.parts.Failures;
import io.onhand.portal.parts.Fields;
import io.onhand.portal.parts.Titles;
import io.onhand.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** For each field the column that tells it: what an order cannot do without first, then the rest. */
class ColumnsForm extends Div {
    private static final int EXAMPLES = 2;

    private final transient FileTable table;
    private final transient List<FileField> all;
    private final transient Map<String, ComboBox<String>> byKey = new LinkedHashMap<>();
    private final transient Runnable changed;

    /** {@code table} may be null: then the names are typed. */
    ColumnsForm(List<FileField> all, FileTable table, Map<String, String> chosen, Fields fields, Runnable changed) {
        this.all = all;
        this.table = table;
        this.changed = changed;
        addClassName("columns-form");
        group(
                "format.needed",
                all.stream().filter(field -> field.need() != null).toList(),
                chosen,
                fields);
        group(
                "format.besides",
                all.stream().filter(field -> field.need() == null).toList(),
                chosen,
                fields);
    }

    /** The chosen columns by field; those without one are left out. */
    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        byKey.forEach((key, field) -> {
            if (field.getValue() != null && !field.getValue().isBlank()) columns.put(key, field.getValue());
        });
        return columns;
    }

    /** Each problem at its field, the others are right. What is merely not chosen yet is said only when asked to save. */
    void mark(List<Refusal> problems, boolean alsoMissing) {
        byKey.forEach((key, field) -> {
            Refusal problem = problems.stream()
                    .filter(one -> ("columns." + key).equals(one.field()))
                    .filter(one -> alsoMissing || !one.code().equals("column-needed"))
                    .findFirst()
                    .orElse(null);
            field.setInvalid(problem != null);
            field.setErrorMessage(problem == null ? "" : words(problem));
        });
    }

    /** Puts the cursor where the first problem is. */
    void focusFirstWrong() {
        byKey.values().stream().filter(ComboBox::isInvalid).findFirst().ifPresent(ComboBox::focus);
    }

    String titleOf(String key) {
        return all.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> Titles.of(field.title(), getLocale(), key))
                .orElse(key);
    }

    private String titles(List<String> keys) {
        return keys.stream().map(this::titleOf).collect(Collectors.joining(" / "));
    }

    /** The fields of which one has to be named, this one among them. */
    private List<String> sharing(FileField field) {
        return all.stream()
                .filter(other -> Objects.equals(other.need(), field.need()))
                .map(FileField::key)
                .toList();
    }

    private String oneIsEnough(FileField field) {
        if (field.need() == null || sharing(field).size() == 1) return null;
        return getTranslation("format.one-is-enough", titles(sharing(field)));
    }

    private String words(Refusal problem) {
        Refusal said = problem;
        if (problem.details().get("other") instanceof String other) said = said.with("other", titleOf(other));
        if (problem.details().get("fields") instanceof List<?> keys)
            said = said.with("fields", titles(keys.stream().map(String::valueOf).toList()));
        return Failures.words(this, said);
    }

    private void group(String title, List<FileField> group, Map<String, String> chosen, Fields fields) {
        Div grid = new Div();
        grid.addClassName("columns-grid");
        group.forEach(field -> grid.add(field(field, chosen.get(field.key()), fields)));
        add(new H3(getTranslation(title)), grid);
    }

    private ComboBox<String> field(FileField field, String value, Fields fields) {
        ComboBox<String> choice = new ComboBox<>(Titles.of(field.title(), getLocale(), field.key()));
        choice.setRequiredIndicatorVisible(
                field.need() != null && sharing(field).size() == 1);
        choice.setClearButtonVisible(true);
        choice.setWidthFull();
        if (table == null) choice.setPlaceholder(getTranslation("format.type"));
        else choice.setPlaceholder(getTranslation(field.need() == null ? "format.none" : "format.choose"));
        choice.setItems(
                table == null
                        ? List.of()
                        : table.columns().stream()
                                .map(FileTable.Column::name)
                                .distinct()
                                .toList());
        if (table == null) {
            choice.setAllowCustomValue(true);
            choice.addCustomValueSetListener(
                    typed -> choice.setValue(typed.getDetail().strip()));
        }
        choice.setValue(value);
        choice.setManualValidation(true);
        example(choice, field);
        // Before the listener of ours, because each change takes the mark away.
        fields.add("columns." + field.key(), choice);
        choice.addValueChangeListener(change -> {
            example(choice, field);
            changed.run();
        });
        byKey.put(field.key(), choice);
        return choice;
    }

    /** What the column holds, as it would be read. */
    private void example(ComboBox<String> choice, FileField field) {
        if (table == null || choice.getValue() == null) {
            choice.setHelperText(oneIsEnough(field));
            return;
        }
        String examples = table.column(choice.getValue()).stream()
                .flatMap(column -> column.cells().stream())
                .map(cell -> cell.as(field.kind()).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .limit(EXAMPLES)
                .collect(Collectors.joining(" · "));
        choice.setHelperText(examples.isEmpty() ? null : examples);
    }
}

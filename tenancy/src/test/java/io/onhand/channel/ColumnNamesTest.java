package io.onhand.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onhand.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
    private static final List<FileField> FIELDS = List.of(
            new FileField("orderId", "id", "order", Map.of()),
            new FileField("sku", "id", "product", Map.of()),
            new FileField("listingId", "id", "product", Map.of()),
            new FileField("note", "text", null, Map.of()));

    @Test
    void namesAreReadAsTheyWereWritten() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("orderId", "주문 번호");
        columns.put("sku", "코드; \"자체\" = 품번");
        columns.put("note", "\"메모\"");
        assertThat(ColumnNames.read(ColumnNames.write(columns))).isEqualTo(columns);
    }

    @Test
    void peopleMayWriteThemOnLinesOrWithSemicolons() {
        assertThat(ColumnNames.read("orderId=No; sku = Item no.;\nnote=Memo=x;"))
                .containsExactly(Map.entry("orderId", "No"), Map.entry("sku", "Item no."), Map.entry("note", "Memo=x"));
        assertThat(catchThrowableOfType(Refusal.class, () -> ColumnNames.read("orderId"))
                        .code())
                .isEqualTo("template-malformed");
    }

    @Test
    void everyProblemStandsAtItsField() {
        assertThat(problems(Map.of("orderId", "No", "listingId", "Item"))).isEmpty();
        assertThat(problems(Map.of("sku", "Item", "note", "Item", "colour", "Colour")))
                .containsExactly(
                        "columns.colour template-field-unknown",
                        "columns.orderId column-needed",
                        "columns.note column-chosen-twice");
        assertThat(problems(Map.of("orderId", "No", "sku", " "))).containsExactly("columns.sku column-needed");
    }

    private static List<String> problems(Map<String, String> columns) {
        return ColumnNames.problems(columns, FIELDS).stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }
}

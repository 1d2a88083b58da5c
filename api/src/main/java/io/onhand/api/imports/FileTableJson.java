package io.onhand.api.imports;

import io.onhand.imports.FileTable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The table of a file whose columns nobody has explained yet. */
@Schema(name = "ImportTable")
record FileTableJson(
        @Schema(description = "Name of the sheet, empty where the format has none.")
        String sheet,

        @Schema(description = "Row of the names, from 1.") int headerRow,
        List<Column> columns) {

    /** A column with its first cells. */
    @Schema(name = "ImportTableColumn")
    record Column(
            @Schema(example = "주문번호") String name,

            @Schema(description = "The first cells below the name, as in the file.")
            List<String> cells,

            @Schema(example = "orderId", description = "The field that it probably tells.")
            String guess) {}

    static FileTableJson of(FileTable table) {
        return new FileTableJson(
                table.sheet(),
                table.headerRow(),
                table.columns().stream()
                        .map(column -> new Column(
                                column.name(),
                                column.cells().stream()
                                        .map(FileTable.Cell::text)
                                        .toList(),
                                column.guess()))
                        .toList());
    }
}

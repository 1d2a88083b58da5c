package io.onhand.api.imports;

import io.onhand.imports.ImportRun;
import io.onhand.tenant.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Rows of a file, in its order. */
@Schema(name = "ImportRowPage")
record ImportRowPage(
        List<Row> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {

    /** A row and what becomes of it. */
    @Schema(name = "ImportRow")
    record Row(
            @Schema(description = "1 for the file's first row, header and notices counted.")
            int number,

            @Schema(description = "As text, in the file's order.")
            List<String> cells,

            @Schema(description = "The order that it belongs to.")
            String externalId,

            @Schema(example = "rejected", description = "new, duplicate, changed or rejected.")
            String outcome,

            @Schema(example = "quantity-missing") String code,

            @Schema(description = "Header of the offending cell.")
            String column,

            String detail) {}

    static ImportRowPage of(Page<ImportRun.RowView> page) {
        return new ImportRowPage(
                page.items().stream()
                        .map(row -> new Row(
                                row.number(),
                                row.cells(),
                                row.externalId(),
                                row.outcome(),
                                row.code(),
                                row.column(),
                                row.message()))
                        .toList(),
                page.next());
    }
}

package io.onhand.api.imports;

import io.onhand.imports.ImportRun;
import io.onhand.tenant.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Imports, the newest first. */
@Schema(name = "ImportPage")
record ImportPage(
        List<ImportJson> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {
    static ImportPage of(Page<ImportRun> page) {
        return new ImportPage(page.items().stream().map(ImportJson::of).toList(), page.next());
    }
}

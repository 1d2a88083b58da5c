package io.onhand.api.stock;

import io.onhand.api.http.Batch;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Counts, each decided alone. */
@Schema(name = "CountBatch")
record CountBatch(@NotNull @Size(min = 1, max = 500) List<@NotNull CountInput> levels) implements Batch {}

package io.onhand.api.stock;

import io.onhand.api.http.Batch;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Adjustments, each decided alone. */
@Schema(name = "AdjustmentBatch")
record AdjustmentBatch(@NotNull @Size(min = 1, max = 500) List<@NotNull AdjustmentInput> adjustments)
        implements Batch {}

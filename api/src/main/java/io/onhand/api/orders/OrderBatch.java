package io.onhand.api.orders;

import io.onhand.api.http.Batch;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Orders, each decided alone. */
@Schema(name = "OrderBatch")
record OrderBatch(@NotNull @Size(min = 1, max = 500) List<@NotNull OrderInput> orders) implements Batch {}

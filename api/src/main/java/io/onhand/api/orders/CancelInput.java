package io.onhand.api.orders;

import io.onhand.order.Cancellations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to cancel of an order. */
@Schema(name = "CancelInput")
record CancelInput(
        @Schema(description = "Units by line; everything that is still open when not said.") @Size(min = 1, max = 200)
        List<@NotNull @Valid Line> lines,

        @Schema(example = "changed their mind") @Size(max = 500)
        String reason) {

    /** Units of one line. */
    @Schema(name = "CancelLineInput")
    record Line(
            @Schema(description = "Our id of the line.") @NotNull
            UUID lineId,

            @Schema(example = "1") @NotNull @Min(1) @Max(1_000_000)
            Integer quantity) {}

    List<Cancellations.Cancel> cancels() {
        return lines == null
                ? List.of()
                : lines.stream()
                        .map(line -> new Cancellations.Cancel(line.lineId(), line.quantity()))
                        .toList();
    }
}

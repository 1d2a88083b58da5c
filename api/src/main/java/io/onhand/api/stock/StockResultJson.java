package io.onhand.api.stock;

import io.onhand.api.http.Problem;
import io.onhand.stock.StockResult;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one item of a batch. */
@Schema(name = "StockResult")
record StockResultJson(
        @Schema(description = "Place of the item in the request, from 0.")
        int index,

        UUID id,
        @Schema(example = "MUG-BLK") String sku,
        @Schema(example = "SEOUL") String location,

        @Schema(
                example = "applied",
                description = "applied, unchanged (it was right already), duplicate (its id was there) or refused.")
        String outcome,

        @Schema(description = "Units on hand afterwards.") Integer onHand,
        @Schema(description = "Why it was refused.") Problem problem) {

    static StockResultJson of(int index, StockResult result) {
        return new StockResultJson(
                index,
                result.id(),
                result.sku(),
                result.location(),
                result.outcome(),
                result.onHand(),
                result.refusal() == null ? null : Problem.of(result.refusal()));
    }

    static StockResultJson refused(int index, UUID id, String sku, String location, Problem problem) {
        return new StockResultJson(index, id, sku, location, "refused", null, problem);
    }
}

package io.onhand.api.imports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which column of a file is what. */
@Schema(name = "ImportColumns")
record ColumnsInput(
        @Schema(
                example = "{\"orderId\":\"주문번호\",\"orderedAt\":\"주문일시\",\"sku\":\"상품코드\",\"quantity\":\"수량\"}",
                description = "By field, as the connector's `fileFields` list them: the column's name.")
        @NotNull
        @Size(max = 100)
        Map<String, String> columns,

        @Schema(
                example = "{\"zone\":\"Asia/Seoul\",\"currency\":\"KRW\"}",
                description = "Further settings of the channel that change with it.")
        @Size(max = 20)
        Map<String, String> settings) {
    Map<String, String> settingsOrNone() {
        return settings == null ? Map.of() : settings;
    }
}

package io.onhand.api.orders;

import io.onhand.canonical.IncomingOrder;
import io.onhand.order.OrderDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order as its channel tells it. Channel and externalId make it one order, however often it is sent. */
@Schema(name = "OrderInput")
record OrderInput(
        @Schema(description = "The channel that the buyer ordered at.") @NotNull
        UUID channelId,

        @Schema(example = "20261121-0001", description = "The channel's order number, kept as text.")
        @NotBlank
        @Size(max = 200)
        String externalId,

        @Schema(example = "2026-11-21T09:30:00+09:00") @NotNull
        Instant placedAt,

        @Schema(example = "KRW", description = "ISO 4217, of every amount in the order.")
        @NotNull
        @Pattern(regexp = "[A-Z]{3}")
        String currency,

        @Schema(description = "Parts may be absent, as channels mask them.") @Valid
        Buyer buyer,

        @Schema(description = "Absent for pickup and till sales.") @Valid
        Address shipTo,

        @NotNull @Size(min = 1, max = IncomingOrder.MAX_LINES)
        List<@NotNull @Valid Line> lines,

        @Schema(description = "The buyer's words.") @Size(max = 4000)
        String note) {

    /** Who ordered. */
    @Schema(name = "BuyerInput")
    record Buyer(
            @Schema(example = "김민지") @Size(max = 300) String name,
            @Size(max = 100) String phone,
            @Size(max = 300) String email) {}

    /** Where it goes. */
    @Schema(name = "AddressInput")
    record Address(
            @Schema(example = "김민지", description = "The recipient.") @Size(max = 300)
            String name,

            @Size(max = 100) String phone,
            @Schema(example = "06236") @Size(max = 20) String postalCode,

            @Schema(example = "KR", description = "ISO 3166-1 alpha-2.") @Pattern(regexp = "[A-Z]{2}")
            String country,

            @Size(max = 200) String region,
            @Size(max = 200) String city,
            @Schema(example = "테헤란로 152") @Size(max = 500) String line1,
            @Size(max = 500) String line2) {}

    /** One line. */
    @Schema(name = "OrderLineInput")
    record Line(
            @Schema(example = "1", description = "The channel's line number, unique in the order.")
            @NotBlank
            @Size(max = 200)
            String externalLineId,

            @Schema(
                    example = "SP-1001",
                    description = "The channel's own id of what was sold; the first skuCode when not said.")
            @Size(min = 1, max = 200)
            String listingId,

            @Schema(
                    example = "[\"MUG-BLK\"]",
                    description =
                            "Your codes of what was sold, best first. An unknown listing is linked when exactly one SKU answers to the first code that answers at all.")
            @Size(max = 10)
            List<@NotBlank @Size(max = 100) String> skuCodes,

            @Schema(example = "Black mug") @Size(max = 1000) String title,

            @Schema(example = "1") @NotNull @Min(1) @Max(1_000_000)
            Integer quantity,

            @Schema(
                    example = "12000",
                    defaultValue = "0",
                    description = "Price of one unit in the currency's minor unit; KRW and JPY have none.")
            @Min(0)
            @Max(1_000_000_000_000L)
            Long unitPriceMinor) {

        private List<String> codes() {
            return skuCodes == null ? List.of() : skuCodes;
        }

        private IncomingOrder.Line line() {
            String listing = listingId == null && !codes().isEmpty() ? codes().get(0) : listingId;
            return new IncomingOrder.Line(
                    externalLineId, listing, codes(), title, quantity, unitPriceMinor == null ? 0 : unitPriceMinor);
        }
    }

    /** @param actor who sent it, for the history */
    OrderDraft draft(String actor) {
        return new OrderDraft(channelId, OrderDraft.Source.API, actor, null, order());
    }

    private IncomingOrder order() {
        return new IncomingOrder(
                externalId,
                placedAt,
                currency,
                buyer == null ? null : new IncomingOrder.Buyer(buyer.name(), buyer.phone(), buyer.email()),
                address(),
                lines.stream().map(Line::line).toList(),
                note);
    }

    private IncomingOrder.Address address() {
        return shipTo == null
                ? null
                : new IncomingOrder.Address(
                        shipTo.name(),
                        shipTo.phone(),
                        shipTo.postalCode(),
                        shipTo.country(),
                        shipTo.region(),
                        shipTo.city(),
                        shipTo.line1(),
                        shipTo.line2());
    }
}

package io.onhand.routes.connector.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.canonical.StockOffer;
import io.onhand.routes.engine.MessageFields;
import io.onhand.routes.engine.StockAnswer;
import io.onhand.routes.engine.StockAnswer.Outcome;
import io.onhand.routes.engine.StockAnswer.Result;
import java.util.List;

/** Writes stock offers as the marketplace wants them, and reads what it says of each. */
final class SandboxStock {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST_RESULTS = 1_000;

    /** More than this the marketplace refuses, with the whole batch. */
    private static final int MOST_UNITS = 9_999_999;

    private SandboxStock() {}

    static byte[] write(List<StockOffer> offers) {
        ObjectNode body = MAPPER.createObjectNode();
        ArrayNode items = body.putArray("items");
        for (StockOffer offer : offers) {
            items.addObject()
                    .put("listing_id", offer.listingId())
                    .put("quantity", Math.min(offer.quantity(), MOST_UNITS));
        }
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of text and numbers is always JSON", e);
        }
    }

    static StockAnswer read(byte[] answer) {
        return new StockAnswer(MessageFields.of(answer).list("results", 0, MOST_RESULTS).stream()
                .map(SandboxStock::result)
                .toList());
    }

    private static Result result(MessageFields result) {
        String listing = result.text("listing_id", 200);
        String status = result.text("status", 50);
        if (status.equals("accepted")) {
            return new Result(listing, Outcome.TAKEN, null);
        }
        if (!status.equals("rejected")) {
            throw result.wrong("status", status + " is neither accepted nor rejected");
        }
        String code = result.text("code", 100);
        String message = result.textOrNull("message", 500);
        Outcome outcome = code.equals("unknown_listing") ? Outcome.REFUSED : Outcome.AGAIN_LATER;
        return new Result(listing, outcome, message == null ? code : code + ": " + message);
    }
}

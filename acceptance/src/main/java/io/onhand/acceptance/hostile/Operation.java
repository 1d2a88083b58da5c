package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the OpenAPI document says of one operation.
 *
 * @param path with its parameters in braces, below the address of the product
 * @param scope that a client needs; empty: any, or the operator's role
 * @param operators whether it is for the platform's operators only
 * @param bodyType media type of the body; null: it takes none
 * @param bodySchema of a JSON body; null: the body is none, or something else
 */
record Operation(
        String id,
        String method,
        String path,
        List<Parameter> parameters,
        String scope,
        boolean operators,
        String bodyType,
        JsonNode bodySchema) {

    static final String JSON = "application/json";

    boolean takesJson() {
        return JSON.equals(bodyType);
    }

    List<Parameter> in(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.place().equals(place))
                .toList();
    }

    @Override
    public String toString() {
        return id;
    }
}

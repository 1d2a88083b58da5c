package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A parameter of an operation.
 *
 * @param place {@code path}, {@code query} or {@code header}
 */
record Parameter(String name, String place, boolean required, JsonNode schema) {}

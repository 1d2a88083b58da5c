package io.onhand.channel;

import java.util.Map;

/**
 * What a column of a file can tell, for connectors that read files which the merchant explains.
 *
 * @param key camelCase, stable: the word for it in a setting of type {@code columns}
 * @param kind how its cells are read: {@code id}, {@code text}, {@code quantity}, {@code amount} or {@code date}
 * @param need of the fields with the same word here one has to be named; null when it may be left out
 * @param title by language
 */
public record FileField(String key, String kind, String need, Map<String, String> title) {}

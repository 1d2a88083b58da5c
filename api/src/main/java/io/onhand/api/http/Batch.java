package io.onhand.api.http;

/** A body of many items, each decided alone. It may be larger than other bodies. */
public interface Batch {}

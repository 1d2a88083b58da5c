package io.onhand.api.http;

/** How much one request may carry. Every limit has a clear answer of its own and is named in the partner guide. */
public final class Limits {
    /** Bytes of a JSON body. More is 413. */
    public static final int JSON_BYTES = 1024 * 1024;
    /** Bytes of a JSON body that carries a batch of orders or levels. More is 413. */
    public static final int BATCH_BYTES = 8 * 1024 * 1024;
    /** Levels of objects and arrays in a JSON body. More is 400. */
    public static final int JSON_DEPTH = 32;
    /** Characters of one JSON text value. More is 400. */
    public static final int JSON_TEXT = 100_000;
    /** Items of one batch. More is 422. */
    public static final int BATCH_ITEMS = 500;
    /** Items of one page. */
    public static final int PAGE_ITEMS = 200;
    /** Items of one page when the request names no limit. */
    public static final int PAGE_DEFAULT = 50;
    /** Characters of an Idempotency-Key. */
    public static final int KEY_CHARACTERS = 255;

    /** Requests of one client whose bodies are still coming, at each server. More is 429. */
    public static final int WAITING_BODIES = 64;

    private Limits() {}
}

package io.onhand.acceptance.torture.fault;

import java.time.Duration;

/**
 * A fault that has struck.
 *
 * @param fault its name
 * @param recovery from the end of the harm until all was well again
 * @param recovered false when it never was
 */
public record Struck(String fault, Duration recovery, boolean recovered) {}

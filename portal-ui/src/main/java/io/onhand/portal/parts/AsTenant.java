package io.onhand.portal.parts;

import java.util.function.Supplier;

/** Reads as the tenant of the screen. */
public interface AsTenant {
    /** What the work read. */
    <R> R look(Supplier<R> work);
}

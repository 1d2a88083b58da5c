package io.onhand.portal.parts;

import java.util.function.Supplier;

/** Does work as the tenant of the screen. */
public interface AsTenant {
    /** The work's result. */
    <R> R call(Supplier<R> work);
}

package io.onhand.acceptance.hostile;

import java.util.Random;

/** One way to spoil a request. */
@FunctionalInterface
interface Spoiler {
    /** Spoils it and tells how; null when this request has nothing to be spoiled that way. */
    Spoiled spoil(Draft draft, Random random);
}

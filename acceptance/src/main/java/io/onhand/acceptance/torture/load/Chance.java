package io.onhand.acceptance.torture.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.CRC32;

/** Chance that repeats itself: the same seed and name draw the same things, whatever others draw meanwhile. */
public final class Chance {
    private final SplittableRandom random;

    /** The chance of one actor. */
    public Chance(long seed, String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        this.random = new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L ^ sum.getValue() << 20);
    }

    /** True so many times of a hundred. */
    public boolean percent(int part) {
        return random.nextInt(100) < part;
    }

    /** A number from the first to the second, both included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** One of them. */
    public <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** An id. */
    public String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

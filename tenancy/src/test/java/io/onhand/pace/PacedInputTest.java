package io.onhand.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Who drips is not waited for; who is only slow is. */
class PacedInputTest {
    private Instant now = Instant.parse("2026-11-25T09:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    /** Brings so many bytes with each read, each of which takes that long. */
    private InputStream bringing(int bytes, Duration each) {
        return new PacedInput(
                new InputStream() {
                    @Override
                    public int read() {
                        now = now.plus(each);
                        return 1;
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        now = now.plus(each);
                        return Math.min(bytes, length);
                    }
                },
                clock);
    }

    @Test
    void oneByteEverySecondIsTooSlow() {
        InputStream drip = bringing(1, Duration.ofSeconds(1));
        assertThatThrownBy(() -> drip.readNBytes(100)).isInstanceOf(PacedInput.TooSlow.class);
        InputStream single = bringing(1, PacedInput.GRACE.plusSeconds(1));
        assertThatThrownBy(single::read).isInstanceOf(PacedInput.TooSlow.class);
    }

    @Test
    void whoKeepsThePaceMayTakeLong() throws IOException {
        InputStream steady = bringing(PacedInput.BYTES_PER_SECOND, Duration.ofSeconds(1));
        byte[] aSecond = new byte[PacedInput.BYTES_PER_SECOND];
        for (int second = 0; second < 100; second++) {
            assertThat(steady.read(aSecond)).isEqualTo(aSecond.length);
        }
    }

    @Test
    void aSmallBodyMayComeLate() throws IOException {
        assertThat(bringing(1, PacedInput.GRACE.minusSeconds(1)).read()).isEqualTo(1);
    }
}

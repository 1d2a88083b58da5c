package io.onhand.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** One party's slow connections cost only that party. */
class ReceptionTest {
    private final Reception reception = new Reception(1, Clock.systemUTC());

    private static InputStream three() {
        return new ByteArrayInputStream(new byte[3]);
    }

    /** What a party sends while another request of it is still being read. */
    private byte[] meanwhile(String party, long declared) throws IOException {
        return reception.read(
                "slow",
                InputStream.nullInputStream(),
                0,
                slow -> reception.read(party, three(), declared, InputStream::readAllBytes));
    }

    @Test
    void whoIsWaitedForAlreadyIsSentAway() throws IOException {
        assertThatThrownBy(() -> meanwhile("slow", 0)).isInstanceOf(Reception.Full.class);
        assertThatThrownBy(() -> meanwhile("slow", 4)).isInstanceOf(Reception.Full.class);
        assertThat(meanwhile("other", 0)).hasSize(3);
    }

    @Test
    void whatIsAllHereNeedsNobodyToWait() throws IOException {
        assertThat(meanwhile("slow", 3)).hasSize(3);
    }

    @Test
    void afterwardsThereIsRoomAgain() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(reception.<byte[]>read("slow", three(), 0, InputStream::readAllBytes))
                    .hasSize(3);
        }
        assertThatThrownBy(() -> reception.read("slow", three(), 0, in -> {
                    throw new IOException("gone");
                }))
                .hasMessage("gone");
        assertThat(reception.<byte[]>read("slow", three(), 0, InputStream::readAllBytes))
                .hasSize(3);
    }
}

package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void theyAreInTheOrderOfTheirDigitsAsInTheDatabase() {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(200).toList();
        assertThat(ids.stream().sorted(Ids.ORDER))
                .isEqualTo(ids.stream()
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList());
    }

    @Test
    void aLaterOneIsBehindEveryEarlierOne() {
        List<UUID> ids = Stream.generate(Ids::next).limit(200).toList();
        assertThat(ids).isSortedAccordingTo(Ids.ORDER);
    }
}

package io.onhand.portal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.data.provider.Query;
import io.onhand.tenant.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CursorPagesTest {
    private final List<String> reads = new ArrayList<>();
    private int size = 450;
    private final CursorPages<Integer> pages = new CursorPages<>(this::read);

    @Test
    void scrollingOnReadsOnePageEach() {
        assertThat(fetch(0, 50)).isEqualTo(numbers(0, 50));
        assertThat(fetch(50, 50)).isEqualTo(numbers(50, 100));
        assertThat(fetch(100, 50)).isEqualTo(numbers(100, 150));
        assertThat(reads).containsExactly("null+50", "50+50", "100+50");
    }

    @Test
    void scrollingBackStartsAtAPlaceThatIsKnown() {
        fetch(0, 50);
        fetch(50, 50);
        reads.clear();
        assertThat(fetch(50, 50)).isEqualTo(numbers(50, 100));
        assertThat(reads).containsExactly("50+50");
    }

    @Test
    void aJumpWalksFromTheNearestKnownPlaceInPagesOfTheLimit() {
        assertThat(fetch(400, 50)).isEqualTo(numbers(400, 450));
        assertThat(reads).containsExactly("null+200", "200+200", "400+50");
    }

    @Test
    void theEndOfTheListGivesFewer() {
        assertThat(fetch(440, 50)).isEqualTo(numbers(440, 450));
        assertThat(fetch(450, 50)).isEmpty();
    }

    @Test
    void afterARestartTheListIsReadFromItsStart() {
        fetch(0, 50);
        fetch(50, 50);
        pages.restart();
        size = 20;
        assertThat(fetch(0, 50)).isEqualTo(numbers(0, 20));
    }

    @Test
    void whatIsOnTheScreenIsReadAgainByOnePage() {
        fetch(0, 50);
        fetch(50, 50);
        reads.clear();
        assertThat(pages.again()).isEqualTo(numbers(50, 100));
        assertThat(reads).containsExactly("50+50");
    }

    private List<Integer> fetch(int offset, int limit) {
        return pages.fetch(new Query<>(offset, limit, null, null, null));
    }

    private Page<Integer> read(String after, int limit) {
        reads.add(after + "+" + limit);
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(size, from + limit);
        return new Page<>(numbers(Math.min(from, to), to), to < size ? String.valueOf(to) : null);
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}

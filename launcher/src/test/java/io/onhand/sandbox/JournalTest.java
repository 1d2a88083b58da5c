package io.onhand.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final int LISTINGS = 200;
    private static final long LONG_BYTES = 17L << 20;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("sandbox.journal");
    }

    private Market open() {
        return new Market(Clock.systemUTC(), new Journal(file), new Sender());
    }

    private static void sell(Market market) {
        Shop shop = market.put("mall", Fields.of("{\"historyLimit\":3}".getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < LISTINGS; i++) {
            shop.stock().put(new Listing("L-" + i, "CODE-" + i, "머그컵 " + i, "12900"));
        }
        shop.orders()
                .place(
                        null,
                        "KRW",
                        null,
                        null,
                        List.of(new MarketOrder.Line(null, "L-1", "CODE-1", "머그컵 1", 2, "12900")));
    }

    private static void set(Market market, int quantity) {
        List<Map.Entry<String, Integer>> all = new ArrayList<>();
        for (int i = 0; i < LISTINGS; i++) {
            all.add(Map.entry("L-" + i, quantity));
        }
        market.shop("mall").stock().set(all, StockBook.Source.API);
    }

    private static List<Object> state(Market market) {
        Shop shop = market.shop("mall");
        return List.of(
                shop.settings(),
                shop.stock().listings(null, 1_000).items(),
                shop.stock().levels(),
                shop.stock().changes(Instant.EPOCH),
                shop.orders().changed(Instant.EPOCH, Instant.MAX, null, 1_000).items());
    }

    @Test
    void aLongJournalIsWrittenAnewAtTheNextStartAndLosesNothing() throws IOException {
        List<Object> before;
        try (Market market = open()) {
            sell(market);
            for (int i = 0; Files.size(file) < LONG_BYTES; i++) {
                set(market, i);
            }
            before = state(market);
        }
        try (Market market = open()) {
            assertThat(state(market)).isEqualTo(before);
            assertThat(Files.size(file)).isLessThan(LONG_BYTES / 10);
            set(market, 7);
            before = state(market);
        }
        try (Market market = open()) {
            assertThat(state(market)).isEqualTo(before);
        }
    }
}

package io.onhand.routes.connector.orderfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.onhand.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DamagedFilesTest {
    private static final int DAMAGES = 150;

    static Stream<Map.Entry<String, byte[]>> files() {
        Table table = Table.of(Table.smartStore("1", "11")).row(Table.smartStore("2", "21"));
        return Map.of(
                "xlsx", Sample.bytes(Sample.SMARTSTORE),
                "xlsx with shared texts", table.xlsx(),
                "protected xlsx", Table.encrypted(Sample.bytes(Sample.SMARTSTORE), "1234"),
                "xls", table.xls(),
                "html", table.html(StandardCharsets.UTF_8),
                "csv", Sample.bytes(Sample.RAKUTEN))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void damagedFileIsReadOrRefusedAndNeverAnAccident(Map.Entry<String, byte[]> file) {
        int refused = 0;
        for (int seed = 0; seed < DAMAGES; seed++) {
            byte[] damaged = damaged(file.getValue(), new Random(seed));
            try {
                OrderFile.of(damaged, "1234").recognise();
            } catch (Refusal expected) {
                refused++;
            } catch (RuntimeException accident) {
                fail("damage " + seed + " of " + file.getKey(), accident);
            }
        }
        assertThat(refused).isPositive();
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] damaged =
                random.nextInt(4) == 0 ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length)) : whole.clone();
        int bytes = 1 + random.nextInt(40);
        int around = random.nextInt(damaged.length);
        for (int i = 0; i < bytes; i++) {
            int at = random.nextBoolean() ? Math.min(around + i, damaged.length - 1) : random.nextInt(damaged.length);
            damaged[at] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}

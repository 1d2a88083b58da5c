package io.onhand.portal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenant.Page;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvExportTest {
    @Test
    void everyPageIsWrittenBelowOneHeaderInTheLettersThatASpreadsheetKnows() {
        String file = written(
                List.of("번호", "수량"),
                after -> after == null ? new Page<>(List.of(1, 2), "2") : new Page<>(List.of(3), null));
        assertThat(file).isEqualTo("\uFEFF\"번호\",\"수량\"\r\n\"A1\",1\r\n\"A2\",2\r\n\"A3\",3\r\n");
    }

    @Test
    void textThatASpreadsheetWouldRunStaysText() {
        StringWriter out = new StringWriter();
        CsvExport.write(
                out,
                List.of("a"),
                after -> new Page<>(List.of("=1+1", "-5", "say \"hi\", twice\nok"), null),
                text -> Arrays.asList(text, null, -5),
                "");
        assertThat(out.toString()).endsWith("\"'=1+1\",,-5\r\n\"'-5\",,-5\r\n\"say \"\"hi\"\", twice\nok\",,-5\r\n");
    }

    @Test
    void aListWithoutEndEndsWhereItSaysSo() {
        String file = written(
                List.of("n"),
                after -> new Page<>(IntStream.range(0, 200).boxed().toList(), "more"));
        assertThat(file.lines().count()).isEqualTo(CsvExport.MOST_ROWS + 2L);
        assertThat(file).endsWith("\"there is more\"\r\n");
    }

    private static String written(List<String> header, java.util.function.Function<String, Page<Integer>> pages) {
        StringWriter out = new StringWriter();
        CsvExport.write(out, header, pages, number -> List.of("A" + number, number), "there is more");
        return out.toString();
    }
}

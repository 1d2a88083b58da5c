package io.onhand.routes.connector.orderfile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/** Measures how fast a SmartStore export with all its columns is read; run by hand, nothing depends on the figure. */
final class OrderFileSpeed {
    private static final Logger LOG = Logger.getLogger(OrderFileSpeed.class.getName());

    private OrderFileSpeed() {}

    public static void main(String[] args) {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        ParsedFile sample = Sample.read(Sample.SMARTSTORE, "smartstore");
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < sample.header().size(); i++) {
            cells.put(
                    sample.header().get(i),
                    i < sample.rows().get(0).cells().size()
                            ? sample.rows().get(0).cells().get(i)
                            : "");
        }
        Table table = null;
        for (int i = 0; i < rows; i++) {
            Map<String, Object> row = new LinkedHashMap<>(cells);
            row.put("상품주문번호", Long.toString(2026080300000000L + i));
            row.put("주문번호", Long.toString(2026080310000000L + i / 2));
            row.put("수취인명", "이예시" + i / 2);
            row.put("기본배송지", "서울특별시 강남구 예시로 " + i / 2);
            row.put("상품가격", 29_700 + i % 100);
            row.put("수량", 1 + i % 3);
            row.put("주문일시", 46237.8801);
            row.put("결제일", 46237.8848);
            table = table == null ? Table.of(row) : table.row(row);
        }
        byte[] xlsx = table.largeXlsx(false);
        measure("xlsx, texts in cells", xlsx, null, rows, rounds);
        measure("xlsx, shared texts", table.largeXlsx(true), null, rows, rounds);
        measure("xlsx with password", Table.encrypted(xlsx, "1234"), "1234", rows, rounds);
        measure("csv", table.csv(TextEncoding.KOREAN), null, rows, rounds);
    }

    private static void measure(String what, byte[] file, String password, int rows, int rounds) {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            ParsedFile parsed = OrderFile.of(file, password).readAs(Sample.mall("smartstore"));
            double seconds = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
            if (parsed.orders().size() != (rows + 1) / 2) {
                throw new IllegalStateException("Only " + parsed.orders().size() + " orders");
            }
            rates.add(rows / seconds);
        }
        double first = rates.get(0);
        double[] sorted =
                rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        LOG.info(() -> "%s, %,d bytes, %,d rows: first %,.0f rows/s, median %,.0f, best %,.0f %s"
                .formatted(
                        what,
                        file.length,
                        rows,
                        first,
                        sorted[sorted.length / 2],
                        sorted[sorted.length - 1],
                        Arrays.stream(sorted)
                                .mapToObj(rate -> "%,.0f".formatted(rate))
                                .toList()));
    }
}

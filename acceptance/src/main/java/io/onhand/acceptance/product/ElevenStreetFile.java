package io.onhand.acceptance.product;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * An order list as 11st's seller office exports it: CP949, comma separated.
 *
 * @param name of the file
 * @param bytes the file
 */
public record ElevenStreetFile(String name, byte[] bytes) {
    private static final Charset CP949 = Charset.forName("x-windows-949");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT);

    private static final String HEADER =
            "주문번호,주문순번,결제일시,배송번호,상품명,옵션,수량,주문금액,수취인,배송비,휴대폰번호,우편번호,주소,배송메시지,구매자,상품번호,판매단가,주문일시,판매자상품번호,판매자재고번호";

    /** An order of one line in the file. */
    public record Row(String orderNumber, String sku, int quantity) {}

    /** An order number that was never there before. */
    public static String newOrderNumber() {
        return orderNumber(ThreadLocalRandom.current().nextLong(89_999_999));
    }

    /**
     * The order number of today with a serial from 0 to 89,999,998.
     *
     * <p>Its nine last digits do not end in 0: nothing that a spreadsheet could have rounded.
     */
    public static String orderNumber(long serial) {
        return DAY.format(ZonedDateTime.now(SEOUL)) + (100_000_000L + serial * 10 + 1);
    }

    /** A file with those orders. */
    public static ElevenStreetFile of(List<Row> rows) {
        String time = SECOND.format(ZonedDateTime.now(SEOUL));
        String lines = rows.stream().map(row -> line(row, time)).collect(Collectors.joining());
        return new ElevenStreetFile(
                "11st-" + rows.get(0).orderNumber() + ".csv", (HEADER + "\r\n" + lines).getBytes(CP949));
    }

    private static String line(Row row, String time) {
        return String.join(
                        ",",
                        row.orderNumber(),
                        "1",
                        time,
                        row.orderNumber().substring(8),
                        "블랙 머그컵",
                        "",
                        Integer.toString(row.quantity()),
                        Integer.toString(12900 * row.quantity()),
                        "이예시",
                        "3000",
                        "010-0000-1234",
                        "06236",
                        "서울특별시 강남구 예시로 1",
                        "문 앞",
                        "김견본",
                        productNumber(row.sku()),
                        "12900",
                        time,
                        row.sku(),
                        row.sku())
                + "\r\n";
    }

    /** Each SKU has a product number of its own, as each is a listing of its own there. */
    private static String productNumber(String sku) {
        return Long.toString(5_500_000_000L + Math.floorMod(sku.hashCode(), 100_000_000));
    }
}

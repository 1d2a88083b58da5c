package io.onhand.acceptance.demo;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** An order list as 11st's seller office exports it: CP949, comma separated. */
record ElevenStreetFile(String orderNumber, byte[] bytes) {
    private static final Charset CP949 = Charset.forName("x-windows-949");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT);

    private static final String HEADER =
            "주문번호,주문순번,결제일시,배송번호,상품명,옵션,수량,주문금액,수취인,배송비,휴대폰번호,우편번호,주소,배송메시지,구매자,상품번호,판매단가,주문일시,판매자상품번호,판매자재고번호";

    String name() {
        return "11st-" + orderNumber + ".csv";
    }

    /** A file with one order of one unit that was never there before. */
    static ElevenStreetFile withOneUnitOf(String sku) {
        ZonedDateTime now = ZonedDateTime.now(SEOUL);
        // Nine digits that do not end in 0: nothing that a spreadsheet could have rounded.
        long serial = 100_000_000L + ThreadLocalRandom.current().nextLong(89_999_999) * 10 + 1;
        String number = DAY.format(now) + serial;
        String time = SECOND.format(now);
        String row = String.join(
                ",",
                number,
                "1",
                time,
                Long.toString(serial),
                "블랙 머그컵",
                "",
                "1",
                "12900",
                "이예시",
                "3000",
                "010-0000-1234",
                "06236",
                "서울특별시 강남구 예시로 1",
                "문 앞",
                "김견본",
                "5500000011",
                "12900",
                time,
                sku,
                sku);
        return new ElevenStreetFile(number, (HEADER + "\r\n" + row + "\r\n").getBytes(CP949));
    }
}

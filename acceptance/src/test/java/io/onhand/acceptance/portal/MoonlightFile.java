package io.onhand.acceptance.portal;

import java.nio.charset.Charset;
import java.util.UUID;

/**
 * An order list of 달빛상점, a mall that there is not: text in the letters of Korean Windows, with a title above its header.
 *
 * @param bytes the csv
 */
record MoonlightFile(byte[] bytes) {
    private static final Charset KOREAN_WINDOWS = Charset.forName("MS949");

    /** One order of {@code NOTE-A5} and a cancelled one; {@code quantity} is what the mall calls that column. */
    static MoonlightFile with(String quantity, int units) {
        String number = "D-" + UUID.randomUUID().toString().substring(0, 13);
        String csv = """
                달빛상점 주문 내역 (2026-08-03),,,,,,,,,,
                주문 번호,주문상태,주문일시,상품코드,상품명,%1$s,판매단가,주문자명,받는 분,받는 분 연락처,배송지 주소
                %2$s,결제완료,2026-08-03 12:10:00,NOTE-A5,노트 A5 무지 (머그컵 증정),%3$d,"8,900원",김견본,이예시,010-0000-1234,서울특별시 강남구 예시로 1
                %2$s-X,주문취소,2026-08-03 12:40:00,NOTE-A5,노트 A5 무지,1,"8,900원",박표본,박표본,010-0000-5678,부산광역시 해운대구 예시로 22
                """.formatted(quantity, number, units);
        return new MoonlightFile(csv.getBytes(KOREAN_WINDOWS));
    }

    /** The name that the browser tells with it. */
    String name() {
        return "달빛상점_주문내역.csv";
    }
}

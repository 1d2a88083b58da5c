package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.Field.*;

/** Coupang WING, DeliveryList: the box (묶음배송번호) is the shipment, the order is the 주문번호. */
final class Coupang {
    static final OrderTemplate TEMPLATE = OrderTemplate.of("coupang", "Coupang")
            .korean()
            .need(ORDER_ID, "주문번호")
            .needAll(LINE_ID, "-", "묶음배송번호", "주문번호", "옵션ID")
            .need(LISTING, "옵션ID")
            .may(SKU, "업체상품코드", "옵션ID", "바코드")
            .may(TITLE, "노출상품명(옵션명)", "등록상품명")
            .need(QUANTITY, "구매수(수량)")
            .need(UNIT_PRICE, "옵션판매가(판매단가)")
            .need(ORDERED_AT, "주문일")
            .may(BUYER_NAME, "구매자")
            .may(BUYER_PHONE, "구매자전화번호")
            .may(RECIPIENT_NAME, "수취인이름")
            .may(RECIPIENT_PHONE, "수취인전화번호")
            .may(POSTAL_CODE, "우편번호")
            .may(ADDRESS_1, "수취인 주소")
            .may(NOTE, "배송메세지", "배송메시지")
            .columns("""
                    번호|묶음배송번호|주문번호|택배사|운송장번호|분리배송 Y/N|분리배송 출고예정일|주문시 출고예정일|출고일(발송일)|주문일
                    등록상품명|등록옵션명|노출상품명(옵션명)|노출상품ID|옵션ID|최초등록등록상품명/옵션명|업체상품코드|바코드|결제액|배송비구분
                    배송비|도서산간 추가배송비|구매수(수량)|옵션판매가(판매단가)|구매자|구매자전화번호|수취인이름|수취인전화번호|우편번호
                    수취인 주소|배송메세지|상품별 추가메시지|주문자 추가메시지|배송완료일|구매확정일자|개인통관번호(PCCC)|통관용구매자전화번호
                    기타|결제위치|배송유형|최초등록옵션명|이메일
                    """)
            .build();

    private Coupang() {}
}

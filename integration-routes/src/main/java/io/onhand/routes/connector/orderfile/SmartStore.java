package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.Field.*;

import java.util.List;

/** Naver SmartStore, 전체주문발주발송관리: a protected workbook with a notice above the header. */
final class SmartStore implements MallRules {
    static final OrderTemplate TEMPLATE = OrderTemplate.of("smartstore", "Naver SmartStore")
            .korean()
            .rules(new SmartStore())
            .need(ORDER_ID, "주문번호")
            .need(LINE_ID, "상품주문번호")
            .need(LISTING, "상품번호")
            .may(VARIANT, "옵션관리코드")
            .may(OPTION, "옵션정보")
            .may(SKU, "옵션관리코드", "판매자 상품코드", "상품번호")
            .may(TITLE, "상품명")
            .need(QUANTITY, "수량")
            .need(UNIT_PRICE, "상품가격")
            .may(OPTION_PRICE, "옵션가격")
            .may(LINE_TOTAL, "최종 상품별 총 주문금액", "최초 상품별 총 주문금액", "상품별 총 주문금액")
            .need(ORDERED_AT, "주문일시", "결제일")
            .may(STATUS, "주문상태")
            .may(BUYER_NAME, "구매자명")
            .may(BUYER_PHONE, "구매자연락처")
            .may(RECIPIENT_NAME, "수취인명")
            .may(RECIPIENT_PHONE, "수취인연락처1", "수취인연락처2")
            .may(POSTAL_CODE, "우편번호")
            .may(ADDRESS_1, "기본배송지", "통합배송지")
            .may(ADDRESS_2, "상세배송지")
            .may(NOTE, "배송메세지", "배송메시지")
            .columns("""
                    상품주문번호|주문번호|배송속성|풀필먼트사(주문 기준)|배송방법(구매자 요청)|배송방법|택배사|송장번호|발송일|판매채널|구매자명
                    구매자ID|수취인명|주문상태|주문세부상태|결제위치|결제일|상품번호|상품명|상품종류|반품안심케어|옵션정보|옵션관리코드|수량
                    옵션가격|상품가격|상품별 할인액|판매자 부담 할인액|상품별 총 주문금액|사은품|발주확인일|발송기한|발송처리일|송장출력일
                    배송비 형태|배송비 묶음번호|배송비 유형|배송비 합계|제주/도서 추가배송비|배송비 할인액|판매자 상품코드|판매자 내부코드1
                    판매자 내부코드2|수취인연락처1|수취인연락처2|통합배송지|기본배송지|상세배송지|구매자연락처|우편번호|배송메세지|출고지|결제수단
                    수수료 과금구분|수수료결제방식|네이버페이 주문관리 수수료|매출연동 수수료|정산예정금액|매출연동수수료 유입경로|개인통관고유부호
                    주문일시|구독신청회차|구독진행회차|배송희망일|최초 상품별 할인액|최종 상품별 할인액|최초 상품별 총 주문금액
                    최종 상품별 총 주문금액|수량클레임|스토어명
                    """)
            .build();

    @Override
    public boolean isCancelled(String status) {
        return KoreanStatus.isCancelled(status);
    }

    /** After a partial cancellation the quantity stays what was ordered; only the line's amount says what is left. */
    @Override
    public void check(RowValues row, int quantity) {
        List<String> totals = row.all(LINE_TOTAL);
        if (totals.size() > 1) {
            throw new RowRejected(
                    "quantity-needs-review",
                    row.column(LINE_TOTAL),
                    totals.get(0),
                    "The line's amount was " + totals.get(1)
                            + " at first: a part may be cancelled. Correct the quantity"
                            + " and empty this cell, then upload it again.");
        }
    }
}

package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.Field.*;

/** 11번가 Seller Office orders: a workbook or CP949 text. */
final class ElevenStreet implements MallRules {
    static final OrderTemplate TEMPLATE = OrderTemplate.of("11st", "11st")
            .korean()
            .rules(new ElevenStreet())
            .need(ORDER_ID, "주문번호")
            .needAll(LINE_ID, "-", "주문번호", "주문순번")
            .need(LISTING, "상품번호")
            .may(VARIANT, "주문상품옵션코드", "판매자재고번호")
            .may(OPTION, "옵션")
            .may(SKU, "판매자재고번호", "판매자상품번호", "상품번호")
            .may(TITLE, "상품명")
            .need(QUANTITY, "수량")
            .need(UNIT_PRICE, "판매단가")
            .may(OPTION_TOTAL, "주문상품옵션결제금액")
            .may(LINE_TOTAL, "주문금액")
            .need(ORDERED_AT, "주문일시", "결제일시")
            .may(BUYER_NAME, "구매자")
            .may(BUYER_PHONE, "구매자휴대폰번호", "주문자전화번호")
            .may(RECIPIENT_NAME, "수취인")
            .may(RECIPIENT_PHONE, "휴대폰번호", "전화번호")
            .may(POSTAL_CODE, "우편번호")
            .may(ADDRESS_1, "주소")
            .may(NOTE, "배송메시지", "배송메세지")
            .columns("""
                    주문번호|주문순번|결제일시|배송번호|상품명|옵션|수량|주문금액|수취인|배송비결제방식|배송비|도서산간 배송비|휴대폰번호|전화번호
                    우편번호|주소|배송메시지|구매자|구매자ID|상품번호|판매단가|추가구성여부|추가구성원상품번호|희망배송일자|폐가전수거여부
                    희망일배송모델코드|묶음배송일련번호|묶음배송유무|고객등급|전세계배송여부|판매자할인금액-각상품별|11번가할인금액-각상품별
                    주문자기본주소|주문일시|구매자상세주소|구매자우편번호|주문상품옵션결제금액|결제금액|구매자휴대폰번호|주문자전화번호|발주확인일시
                    주문상품옵션코드|배송지우편번호순번|원클릭체크아웃주문코드|판매자할인금액|판매자상품번호|판매자재고번호|11번가할인금액|주소유형
                    건물관리번호
                    """)
            .build();

    @Override
    public String option(RowValues row) {
        return OptionCount.cutFrom(row.text(OPTION));
    }

    /** The line's amount is before discounts and has the option's surcharge in it. */
    @Override
    public long unitPrice(RowValues row, int quantity) {
        long total = row.text(LINE_TOTAL) == null ? 0 : row.amount(LINE_TOTAL);
        return total > 0 && total % quantity == 0 ? total / quantity : row.amount(UNIT_PRICE);
    }

    /** The quantity stays what was ordered; the line's amount is that of what is neither cancelled nor returned. */
    @Override
    public void check(RowValues row, int quantity) {
        if (row.text(LINE_TOTAL) == null) {
            return;
        }
        long options = row.text(OPTION_TOTAL) == null ? 0 : row.difference(OPTION_TOTAL);
        if (row.amount(LINE_TOTAL) < row.amount(UNIT_PRICE) * quantity + options) {
            throw new RowRejected(
                    "quantity-needs-review",
                    row.column(LINE_TOTAL),
                    row.text(LINE_TOTAL),
                    "The line's amount is less than " + quantity + " units cost: a part may be cancelled or returned."
                            + " Correct the quantity, then upload it again.");
        }
    }
}

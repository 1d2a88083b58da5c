package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.Field.*;

import java.util.List;

/** ESM PLUS, 발송관리: Gmarket and Auction in one file, each with order numbers of its own. */
final class Esm implements MallRules {
    static final OrderTemplate TEMPLATE = OrderTemplate.of("esm", "ESM PLUS (Gmarket, Auction)")
            .korean()
            .rules(new Esm())
            .need(SITE, "아이디", "판매아이디", "제휴사명")
            .need(ORDER_ID, "주문번호")
            .needAll(LINE_ID, "-", "아이디|판매아이디", "주문번호")
            .need(LISTING, "상품번호")
            .may(VARIANT, "판매자 상세관리코드")
            .may(OPTION, "주문옵션", "옵션")
            .may(ADD_ON, "추가구성")
            .may(SKU, "판매자 상세관리코드", "판매자 관리코드", "상품번호")
            .may(TITLE, "상품명")
            .need(QUANTITY, "수량")
            .need(UNIT_PRICE, "판매단가")
            .need(ORDERED_AT, "주문일자(결제확인전)", "결제완료일")
            .may(STATUS, "주문상태")
            .may(BUYER_NAME, "구매자명")
            .may(BUYER_PHONE, "구매자 휴대폰", "구매자 전화번호")
            .may(RECIPIENT_NAME, "수령인명")
            .may(RECIPIENT_PHONE, "수령인 휴대폰", "수령인 전화번호")
            .may(POSTAL_CODE, "우편번호")
            .may(ADDRESS_1, "주소")
            .may(NOTE, "배송시 요구사항")
            .columns("""
                    아이디|주문일자(결제확인전)|주문번호|수령인명|구매자명|발송정책|주문상태|발송마감일|택배사명(발송방법)|송장번호|상품번호|상품명
                    수량|주문옵션|추가구성|사은품|판매단가|판매금액|판매자 관리코드|판매자 상세관리코드|수령인 휴대폰|수령인 전화번호|우편번호|주소
                    배송시 요구사항|배송비|배송비 금액|배송번호|배송지연사유|수령인 통관번호|SKU번호 및 수량|구매자ID|구매자 휴대폰
                    구매자 전화번호|판매방식|주문종류|장바구니번호(결제번호)|결제완료일|주문확인일자|발송예정일|정산예정금액|서비스이용료
                    판매자쿠폰할인|구매쿠폰적용금액|(옥션)우수회원할인|복수구매할인|스마일캐시적립|제휴사명|판매아이디|옵션|덤|덤 관리코드
                    사은품 관리코드|배송비 결제방법|추가배송비|배송점포|정산완료일자|송장번호(방문수령인증키)
                    """)
            .build();

    /** The same number may exist at both sites, so the site stands before it. */
    @Override
    public String orderId(RowValues row) {
        String number = row.id(ORDER_ID);
        for (String told : row.all(SITE)) {
            if (told.contains("옥션")) {
                return "auction-" + number;
            }
            if (told.contains("지마켓") || told.contains("G마켓")) {
                return "gmarket-" + number;
            }
        }
        throw new RowRejected(
                "site-unknown",
                row.column(SITE),
                row.text(SITE),
                "The row does not say whether it is from Gmarket (지마켓) or Auction (옥션).");
    }

    @Override
    public boolean isCancelled(String status) {
        return KoreanStatus.isCancelled(status);
    }

    @Override
    public String option(RowValues row) {
        return OptionCount.cutFrom(row.text(OPTION));
    }

    /** One cell may hold several selections with counts of their own; then the row's quantity is not the units sold. */
    @Override
    public void check(RowValues row, int quantity) {
        String addOn = row.text(ADD_ON);
        if (addOn != null) {
            throw needsReview(
                    row, ADD_ON, addOn, "Goods were bought in addition, in the same row; give them a row of their own");
        }
        String option = row.text(OPTION);
        List<String> counts = option == null ? List.of() : OptionCount.in(option);
        if (counts.size() > 1 || !counts.stream().allMatch(Integer.toString(quantity)::equals)) {
            throw needsReview(
                    row,
                    OPTION,
                    option,
                    "The option names other counts than the quantity " + quantity
                            + "; correct the quantity or split the row");
        }
    }

    private static RowRejected needsReview(RowValues row, Field field, String value, String what) {
        return new RowRejected("quantity-needs-review", row.column(field), value, what + ", then upload it again.");
    }
}

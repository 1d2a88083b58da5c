package io.onhand.routes.connector.orderfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnGuessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "주문번호,주문일시,상품코드,상품명,옵션,수량,판매단가,주문자명,주문자 연락처,수령인,수령인 전화번호,우편번호,주소,배송메시지"
                        + "|orderId,orderedAt,sku,title,option,quantity,unitPrice,buyerName,buyerPhone,recipientName,recipientPhone,postalCode,address1,note",
                "주문 상태,상품주문번호,주문번호,결제일,판매자 상품코드,상품번호,옵션정보,주문수량,받는분 이름,받는분 휴대폰,받는분 주소,상세주소"
                        + "|status,lineId,orderId,orderedAt,sku,listingId,option,quantity,recipientName,recipientPhone,address1,address2",
                "受注番号,受注日時,商品コード,商品名,個数,単価,注文者氏名,注文者電話番号,お届け先氏名,お届け先電話番号,お届け先郵便番号,お届け先住所,備考"
                        + "|orderId,orderedAt,sku,title,quantity,unitPrice,buyerName,buyerPhone,recipientName,recipientPhone,postalCode,address1,note",
                "Order No.,Order Date,SKU,Product Name,Qty,Unit Price,Buyer,Buyer Phone,Recipient Name,Phone,Zip Code,Address 1,Address 2,Remarks"
                        + "|orderId,orderedAt,sku,title,quantity,unitPrice,buyerName,buyerPhone,recipientName,recipientPhone,postalCode,address1,address2,note"
            })
    void columnsAreKnownByTheWordsThatShopsUse(String header, String fields) {
        assertThat(guess(header)).isEqualTo(fields);
    }

    @Test
    void aFieldIsGuessedOnceAndWhatSaysNothingStaysOpen() {
        assertThat(guess("수량,주문수량,배송비,Farbe")).isEqualTo("quantity,-,-,-");
    }

    @Test
    void aColumnWhoseCellsCannotBeReadAsTheFieldIsNotGuessed() {
        List<Field> guessed =
                ColumnGuess.of(List.of("수량", "주문수량"), (column, field) -> column == 1 || field != Field.QUANTITY);
        assertThat(guessed).containsExactly(null, Field.QUANTITY);
    }

    @Test
    void theCertainNameWinsOverTheOneThatMerelyContainsIt() {
        assertThat(guess("원주문번호,주문번호")).isEqualTo("-,orderId");
        assertThat(guess("원주문번호")).isEqualTo("orderId");
    }

    private static String guess(String header) {
        return ColumnGuess.of(Arrays.asList(header.split(",", -1)), (column, field) -> true).stream()
                .map(field -> field == null ? "-" : field.key())
                .collect(Collectors.joining(","));
    }
}

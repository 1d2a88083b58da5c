package io.onhand.routes.connector.orderfile;

import io.onhand.channel.FileField;
import java.util.List;
import java.util.Map;

/** The fields that a merchant can name in a file of their own, in the order that a person looks for them. */
final class OwnFields {
    /** Every field of an own template; those of malls alone are not among them. */
    static final List<FileField> ALL = List.of(
            field(Field.ORDER_ID, "id", "order", "주문번호", "受注番号", "Order number"),
            field(Field.LINE_ID, "id", null, "주문상품번호", "明細番号", "Line number"),
            field(Field.SKU, "id", "product", "판매자 상품코드", "販売者コード", "Seller code"),
            field(Field.LISTING, "id", "product", "쇼핑몰 상품번호", "モールの商品番号", "Listing id"),
            field(Field.VARIANT, "text", null, "옵션 코드", "バリエーションコード", "Variant code"),
            field(Field.TITLE, "text", null, "상품명", "商品名", "Title"),
            field(Field.OPTION, "text", null, "옵션", "オプション", "Option"),
            field(Field.QUANTITY, "quantity", "quantity", "수량", "数量", "Quantity"),
            field(Field.UNIT_PRICE, "amount", null, "단가", "単価", "Unit price"),
            field(Field.OPTION_PRICE, "amount", null, "옵션 추가금", "オプション追加料金", "Option surcharge"),
            field(Field.ORDERED_AT, "date", "time", "주문일시", "注文日時", "Ordered at"),
            field(Field.STATUS, "text", null, "주문 상태", "注文ステータス", "Status"),
            field(Field.BUYER_NAME, "text", null, "주문자", "注文者", "Buyer"),
            field(Field.BUYER_PHONE, "text", null, "주문자 연락처", "注文者の電話番号", "Buyer's phone"),
            field(Field.BUYER_EMAIL, "text", null, "주문자 이메일", "注文者のメール", "Buyer's e-mail"),
            field(Field.RECIPIENT_NAME, "text", null, "받는 분", "お届け先の氏名", "Recipient"),
            field(Field.RECIPIENT_PHONE, "text", null, "받는 분 연락처", "お届け先の電話番号", "Recipient's phone"),
            field(Field.POSTAL_CODE, "text", null, "우편번호", "郵便番号", "Postal code"),
            field(Field.REGION, "text", null, "시·도", "都道府県", "Region"),
            field(Field.CITY, "text", null, "시·군·구", "市区町村", "City"),
            field(Field.ADDRESS_1, "text", null, "주소", "住所", "Address"),
            field(Field.ADDRESS_2, "text", null, "상세 주소", "住所（建物名など）", "Address, second line"),
            field(Field.NOTE, "text", null, "배송 메시지", "配送の備考", "Note"));

    private OwnFields() {}

    private static FileField field(Field field, String kind, String need, String ko, String ja, String en) {
        return new FileField(field.key(), kind, need, Map.of("ko", ko, "ja", ja, "en", en));
    }
}

package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.Field.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Which field a column probably tells, by words that shops in Korea, Japan and elsewhere put above it. A guess is shown to a
 * person and never used before they agree.
 */
final class ColumnGuess {
    private record Rule(Field field, Pattern name) {}

    private static final String BUYER = "(주문자|구매자|주문인|구매인|주문고객|고객|buyer|purchaser|customer|注文者|購入者|注文主|依頼主)";
    private static final String RECIPIENT =
            "(수취인|수령인|수령자|수하인|받는분|받는사람|받으시는분|배송지|recipient|receiver|consignee|shipto|shipping|delivery|お?届け?先|送付先|配送先|受取人)";
    private static final String NAME = "(의?이름|성명|성함|명|님|name|氏名|お名前|名前|名)?";
    private static final String PHONE = "(전화|연락처|휴대|핸드폰|hp$|phone|mobile|tel|電話|携帯)";

    /** Best first: a column takes the first rule that fits it and whose field is still free. */
    private static final List<Rule> RULES = List.of(
            rule(
                    LINE_ID,
                    "(상품주문번호|주문상품번호|주문순번|주문상세번호|품목별주문번호|^순번$|lineid|lineno|linenumber|orderitemid|orderitemno|明細番号|明細id|行番号|枝番)"),
            rule(ORDER_ID, "^(주문번호|주문id|주문no|오더번호|orderid|orderno|ordernumber|order#|order|注文番号|受注番号|注文id|オーダー番号)$"),
            rule(STATUS, "(주문상태|처리상태|배송상태|^상태$|클레임상태|orderstatus|^status$|ステータス|^状態$|注文状況)"),
            rule(ORDERED_AT, "^(주문일시|주문일자|주문일|주문시간|주문날짜|주문시각|orderedat|orderdate|ordertime|注文日時|注文日|受注日時|受注日)$"),
            rule(BUYER_EMAIL, "(이메일|email|メール)"),
            rule(BUYER_PHONE, BUYER + ".*" + PHONE),
            rule(RECIPIENT_PHONE, RECIPIENT + ".*" + PHONE),
            rule(POSTAL_CODE, "(우편번호|zipcode|^zip$|postalcode|postcode|郵便番号|〒)"),
            rule(ADDRESS_2, "(상세주소|나머지주소|주소2|address2|addressline2|住所2|建物|マンション)"),
            rule(ADDRESS_1, "(주소|address|住所)"),
            rule(REGION, "^(시도|시/도|도시/지역|region|province|prefecture|都道府県)$"),
            rule(CITY, "^(시군구|도시|city|市区町村)$"),
            rule(NOTE, "(배송메시지|배송메세지|배송메모|요청사항|전달사항|비고|메모|^note|memo|remark|deliverymessage|備考|要望|配送メモ|通信欄)"),
            rule(BUYER_NAME, "^" + BUYER + NAME + "$"),
            rule(RECIPIENT_NAME, "^" + RECIPIENT + NAME + "$"),
            rule(OPTION_PRICE, "(옵션.*(가격|금액|추가금|단가|가$)|optionprice|オプション.*(価格|金額))"),
            rule(QUANTITY, "^(수량|주문수량|구매수량|상품수량|개수|갯수|qty|quantity|units|数量|個数|注文数|注文数量)(개|ea)?$"),
            rule(UNIT_PRICE, "^(단가|판매단가|상품단가|판매가|판매가격|판매금액|상품가격|상품금액|unitprice|price|itemprice|単価|販売価格|商品単価|価格)$"),
            rule(
                    SKU,
                    "(판매자.*코드|판매자.*번호|자체.*코드|관리코드|품목코드|품번|재고코드|상품코드|제품코드|^sku|sku$|skucode|sellercode|itemcode|productcode|商品コード|品番|自社コード|管理番号)"),
            rule(LISTING, "(상품번호|상품id|몰상품|쇼핑몰상품|listingid|productid|productno|itemid|itemno|商品番号|商品id)"),
            rule(VARIANT, "(옵션코드|옵션id|옵션번호|variantid|optionid|optioncode|sku管理|バリエーションid)"),
            rule(OPTION, "(옵션|선택사항|option|variant|オプション|選択肢|バリエーション|カラー|サイズ)"),
            rule(TITLE, "(상품명|품명|품목명|제품명|상품이름|productname|itemname|^title$|^product$|^item$|商品名|品名)"),
            // Second choices: less certain names, once the certain ones are given away.
            rule(ORDERED_AT, "(결제일|결제완료일|접수일|order.*(date|time)|paidat|注文日|購入日|決済日|^date$|^日付$|^일자$|^날짜$)"),
            rule(ORDER_ID, "(주문번호|주문코드|order(no|id|number)|注文番号|受注番号)"),
            rule(RECIPIENT_PHONE, "^(전화번호|연락처|휴대폰|휴대폰번호|휴대전화|핸드폰|phone|phonenumber|tel|mobile|電話番号|電話)1?$"),
            rule(RECIPIENT_NAME, "^(성명|이름|name|氏名|お名前)$"),
            rule(QUANTITY, "(수량|qty|quantity|数量|個数)"),
            rule(UNIT_PRICE, "(단가|판매가|unitprice|単価)"));

    private ColumnGuess() {}

    private static Rule rule(Field field, String name) {
        return new Rule(field, Pattern.compile(name));
    }

    /**
     * For each name of a header the field that it probably tells, or null.
     *
     * @param fits whether the cells of a column (by its place) can be read as a field
     */
    static List<Field> of(List<String> header, BiPredicate<Integer, Field> fits) {
        List<String> names = header.stream().map(HeaderName::normalise).toList();
        List<Field> guessed =
                new ArrayList<>(names.stream().map(name -> (Field) null).toList());
        Set<Field> given = EnumSet.noneOf(Field.class);
        for (Rule rule : RULES) {
            for (int i = 0; i < names.size() && !given.contains(rule.field()); i++) {
                boolean free = guessed.get(i) == null && !names.get(i).isEmpty();
                if (free && rule.name().matcher(names.get(i)).find() && fits.test(i, rule.field())) {
                    guessed.set(i, rule.field());
                    given.add(rule.field());
                }
            }
        }
        return guessed;
    }
}

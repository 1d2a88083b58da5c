package io.onhand.routes.connector.orderfile;

import static io.onhand.routes.connector.orderfile.Field.*;

import java.util.List;

/** Rakuten Ichiba RMS, 受注CSV: CP932 text, one row per item, the order's values on every row. */
final class Rakuten implements MallRules {
    static final OrderTemplate TEMPLATE = OrderTemplate.of("rakuten", "Rakuten Ichiba")
            .japanese()
            .rules(new Rakuten())
            .need(ORDER_ID, "注文番号")
            .needAll(LINE_ID, "-", "注文番号", "送付先ID", "商品明細ID")
            .need(LISTING, "商品管理番号")
            .may(VARIANT, "SKU管理番号")
            .may(OPTION, "項目・選択肢")
            .may(SKU, "システム連携用SKU番号", "SKU管理番号", "商品管理番号", "商品番号")
            .may(TITLE, "商品名")
            .need(QUANTITY, "個数")
            .need(UNIT_PRICE, "単価")
            .may(TAX_INCLUDED, "税込別")
            .may(PRICE_WITH_TAX, "商品毎税込価格")
            .need(ORDERED_AT, "注文日時", "注文日")
            .may(STATUS, "ステータス")
            .mayAll(BUYER_NAME, " ", "注文者姓", "注文者名")
            .mayAll(BUYER_PHONE, "-", "注文者電話番号1", "注文者電話番号2", "注文者電話番号3")
            .may(BUYER_EMAIL, "注文者メールアドレス")
            .mayAll(RECIPIENT_NAME, " ", "送付先姓", "送付先名")
            .mayAll(RECIPIENT_PHONE, "-", "送付先電話番号1", "送付先電話番号2", "送付先電話番号3")
            .mayAll(POSTAL_CODE, "-", "送付先郵便番号1", "送付先郵便番号2")
            .may(REGION, "送付先住所都道府県")
            .may(CITY, "送付先住所郡市区")
            .may(ADDRESS_1, "送付先住所それ以降の住所")
            .may(NOTE, "コメント")
            .may(SEVERAL_DESTINATIONS, "複数送付先フラグ")
            .may(DESTINATION, "送付先ID")
            .columns("""
                    注文番号|ステータス|サブステータスID|サブステータス|注文日時|注文日|注文時間|キャンセル期限日|注文確認日時|注文確定日時
                    発送指示日時|発送完了報告日時|支払方法名|クレジットカード支払い方法|クレジットカード支払い回数|配送方法|配送区分|注文種別
                    複数送付先フラグ|送付先一致フラグ|離島フラグ|楽天確認中フラグ|警告表示タイプ|楽天会員フラグ|購入履歴修正有無フラグ|商品合計金額
                    消費税合計|送料合計|代引料合計|請求金額|合計金額|ポイント利用額|クーポン利用総額|店舗発行クーポン利用額|楽天発行クーポン利用額
                    注文者郵便番号1|注文者郵便番号2|注文者住所都道府県|注文者住所郡市区|注文者住所それ以降の住所|注文者姓|注文者名|注文者姓カナ
                    注文者名カナ|注文者電話番号1|注文者電話番号2|注文者電話番号3|注文者メールアドレス|注文者性別|申込番号|申込お届け回数|送付先ID
                    送付先送料|送付先代引料|送付先消費税合計|送付先商品合計金額|送付先合計金額|のし|送付先郵便番号1|送付先郵便番号2|送付先住所都道府県
                    送付先住所郡市区|送付先住所それ以降の住所|送付先姓|送付先名|送付先姓カナ|送付先名カナ|送付先電話番号1|送付先電話番号2
                    送付先電話番号3|商品明細ID|商品ID|商品名|商品番号|商品管理番号|単価|個数|送料込別|税込別|代引手数料込別|項目・選択肢
                    ポイント倍率|納期情報|在庫タイプ|ラッピングタイトル1|ラッピング名1|ラッピング料金1|ラッピング税込別1|ラッピング種類1
                    ラッピングタイトル2|ラッピング名2|ラッピング料金2|ラッピング税込別2|ラッピング種類2|お届け時間帯|お届け日指定|担当者|ひとことメモ
                    メール差込文(お客様へのメッセージ)|ギフト配送希望|コメント|利用端末|メールキャリアコード|あす楽希望フラグ|医薬品受注フラグ
                    楽天スーパーDEAL商品受注フラグ|メンバーシッププログラム受注タイプ|決済手数料|注文者負担金合計|店舗負担金合計|外税合計|決済手数料税率
                    ラッピング税率1|ラッピング税額1|ラッピング税率2|ラッピング税額2|送付先外税合計|送付先送料税率|送付先代引料税率|商品税率
                    商品毎税込価格|10%税率|10%請求金額|10%請求額に対する税額|10%合計金額|10%決済手数料|10%クーポン割引額
                    10%利用ポイント数|8%税率|8%請求金額|8%請求額に対する税額|8%合計金額|8%決済手数料|8%クーポン割引額|8%利用ポイント数
                    0%税率|0%請求金額|0%請求額に対する税額|0%合計金額|0%決済手数料|0%クーポン割引額|0%利用ポイント数|単品配送フラグ
                    購入時配送会社|領収書発行回数|領収書初回発行日時|領収書最終発行日時|支払い期限日|支払い方法変更期限日|返金手続き期限日
                    店舗発行クーポンコード|店舗発行クーポン名|楽天発行クーポンコード|楽天発行クーポン名|警告表示タイプ詳細|SKU管理番号
                    システム連携用SKU番号|SKU情報
                    """)
            .build();

    /** What Rakuten calls the one variant of a product without variants. */
    private static final String NO_VARIANT = "normal-inventory";

    /** An order to several destinations is one order per destination: each has an address of its own. */
    @Override
    public String orderId(RowValues row) {
        String number = row.id(ORDER_ID);
        return "1".equals(row.text(SEVERAL_DESTINATIONS)) ? number + "/" + row.id(DESTINATION) : number;
    }

    @Override
    public List<String> skuCandidates(RowValues row) {
        return row.all(SKU).stream().filter(code -> !code.equals(NO_VARIANT)).toList();
    }

    /** 税込別 1: the price contains tax; 0: the price with tax stands in a column of its own. */
    @Override
    public long unitPrice(RowValues row, int quantity) {
        if ("1".equals(row.text(TAX_INCLUDED))) {
            return row.amount(UNIT_PRICE);
        }
        if (row.text(PRICE_WITH_TAX) != null) {
            return row.amount(PRICE_WITH_TAX);
        }
        if (row.text(TAX_INCLUDED) == null) {
            return row.amount(UNIT_PRICE);
        }
        throw new RowRejected(
                "price-without-tax",
                row.column(UNIT_PRICE),
                row.text(UNIT_PRICE),
                "The price is without tax and the file has no price with tax (商品毎税込価格).");
    }

    /** 800 and 900 are cancellations, asked for and final. */
    @Override
    public boolean isCancelled(String status) {
        return status.equals("800") || status.equals("900") || status.contains("キャンセル");
    }
}

package io.onhand.routes.connector.orderfile;

import io.onhand.channel.ColumnNames;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.ConnectorDescriptor.Capabilities;
import io.onhand.channel.ConnectorDescriptor.Limits;
import io.onhand.channel.ConnectorDescriptor.Setting;
import io.onhand.imports.ReadFile;
import io.onhand.refusal.Refusal;
import io.onhand.routes.engine.Connector;
import io.onhand.routes.engine.FileReading;
import io.onhand.routes.engine.UnknownColumns;
import jakarta.inject.Singleton;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A mall without an interface for us: its orders come as files that a person downloads there and uploads here. */
@Singleton
public class OrderFileConnector implements Connector {
    static final String MALL = "mall";
    static final String ZONE = "zone";
    static final String CURRENCY = "currency";
    static final String COLUMNS = "columns";

    private static final ConnectorDescriptor DESCRIPTOR = new ConnectorDescriptor(
            "order-file",
            "file",
            words("주문 파일", "受注ファイル", "Order file"),
            new Capabilities(false, false, false, true, false),
            List.of(
                    new Setting(
                            MALL,
                            "choice",
                            true,
                            null,
                            Stream.concat(
                                            OrderTemplates.malls().stream().map(OrderTemplate::id),
                                            Stream.of(OrderTemplates.OWN))
                                    .toList(),
                            words("쇼핑몰", "モール", "Mall"),
                            words(
                                    "주문 파일을 내려받는 곳. 목록에 없으면 자체 양식을 고르세요. 열은 첫 파일을 올릴 때 지정합니다.",
                                    "受注ファイルのダウンロード元。一覧にない場合は独自の書式を選んでください。列は最初のファイルのアップロード時に指定します。",
                                    "Where you download the file. For any other shop choose “Own format”; you name the"
                                            + " columns with the first file."),
                            Map.of(
                                    "smartstore",
                                    words("네이버 스마트스토어", "NAVER スマートストア", "Naver SmartStore"),
                                    "coupang",
                                    words("쿠팡", "Coupang", "Coupang"),
                                    "esm",
                                    words(
                                            "ESM PLUS (G마켓·옥션)",
                                            "ESM PLUS(Gmarket・Auction)",
                                            "ESM PLUS (Gmarket, Auction)"),
                                    "11st",
                                    words("11번가", "11st", "11st"),
                                    "rakuten",
                                    words("라쿠텐", "楽天市場", "Rakuten"),
                                    OrderTemplates.OWN,
                                    words("자체 양식", "独自の書式", "Own format"))),
                    new Setting(
                            ZONE,
                            "zone",
                            false,
                            null,
                            List.of(),
                            words("시간대", "タイムゾーン", "Time zone"),
                            words(
                                    "파일의 날짜가 쓰인 시간대, 예: Asia/Seoul. 비우면 쇼핑몰의 시간대입니다.",
                                    "ファイルの日時のタイムゾーン。例：Asia/Tokyo。空欄ならモールのタイムゾーンです。",
                                    "Time zone of the dates in the file, for example Asia/Seoul. Leave empty to use the mall’s.")),
                    new Setting(
                            CURRENCY,
                            "currency",
                            false,
                            null,
                            List.of(),
                            words("통화", "通貨", "Currency"),
                            words(
                                    "파일의 금액 통화(ISO 4217), 예: KRW. 비우면 쇼핑몰의 통화입니다.",
                                    "ファイルの金額の通貨（ISO 4217）。例：JPY。空欄ならモールの通貨です。",
                                    "Currency of the amounts in the file (ISO 4217), for example KRW. Leave empty to use the"
                                            + " mall’s.")),
                    new Setting(
                            COLUMNS,
                            "columns",
                            false,
                            null,
                            List.of(),
                            words("자체 양식의 열", "独自の書式の列", "Columns of the own format"),
                            words(
                                    "항목=열 이름, 세미콜론으로 구분. 예: orderId=주문번호; orderedAt=주문일; sku=품목코드; quantity=수량",
                                    "項目=列名をセミコロンで区切ります。例：orderId=注文番号; orderedAt=注文日; sku=品番; quantity=数量",
                                    "field=column, separated by semicolons, for example orderId=Order no;"
                                            + " orderedAt=Date; sku=Item; quantity=Units"))),
            new Limits(0, 0, 0, 0, 0),
            OwnFields.ALL);

    /** What is said of a file that nobody has explained; with anything else it is the file that is wrong. */
    private static final Set<String> UNKNOWN = Set.of("header-not-found", "columns-missing", "columns-not-named");

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /**
     * Reads the file as the channel's mall writes it; a channel without a mall takes the file of any mall that is known.
     *
     * @throws Refusal see {@link OrderFile#readAs}, and {@code mall-unknown}, {@code zone-unknown}, {@code
     *     currency-unknown}, {@code column-needed}, {@code column-chosen-twice}, {@code template-field-unknown}, {@code
     *     template-malformed} when the settings are wrong
     * @throws UnknownColumns when the file's table is none that is known, or the channel's own columns are not named yet
     */
    @Override
    public FileReading readFile(String name, byte[] content, String password, Map<String, String> settings) {
        OrderFile file = OrderFile.of(content, password);
        String mall = setting(settings, MALL);
        ParsedFile parsed;
        try {
            parsed = parsed(file, mall, settings);
        } catch (Refusal refusal) {
            if (!UNKNOWN.contains(refusal.code())) {
                throw refusal;
            }
            throw file.table(charset(settings), clock(settings))
                    .<RuntimeException>map(table -> new UnknownColumns(refusal, table))
                    .orElse(refusal);
        }
        boolean allTaken = parsed.rejectedRows().isEmpty();
        return new FileReading(told(parsed), allTaken ? null : RejectedRows.of(parsed));
    }

    private static ParsedFile parsed(OrderFile file, String mall, Map<String, String> settings) {
        if (mall == null) {
            return file.recognise();
        }
        if (mall.equals(OrderTemplates.OWN) && setting(settings, COLUMNS) == null) {
            throw unnamed(file);
        }
        return file.readAs(template(mall, settings));
    }

    /** Nobody has named the columns yet; but a known mall's file is told apart all the same. */
    private static Refusal unnamed(OrderFile file) {
        try {
            OrderTemplate known = file.recognise().template();
            return HeaderSearch.wrongMall(known, OrderTemplates.OWN, "a shop of your own format");
        } catch (Refusal refusal) {
            return UNKNOWN.contains(refusal.code())
                    ? Refusal.invalid(
                            "columns-not-named", "file", "Nobody has said yet which column of these files is what.")
                    : refusal;
        }
    }

    private static Charset charset(Map<String, String> settings) {
        boolean japanese = "JPY".equals(setting(settings, CURRENCY)) || "Asia/Tokyo".equals(setting(settings, ZONE));
        return japanese ? TextEncoding.JAPANESE : TextEncoding.KOREAN;
    }

    private static ZoneId clock(Map<String, String> settings) {
        ZoneId zone = zone(setting(settings, ZONE));
        return zone == null ? ZoneId.of("Asia/Seoul") : zone;
    }

    static OrderTemplate template(String mall, Map<String, String> settings) {
        String zone = setting(settings, ZONE);
        String currency = setting(settings, CURRENCY);
        if (mall.equals(OrderTemplates.OWN)) {
            return OrderTemplates.own(
                    OrderTemplates.OWN,
                    ColumnNames.read(setting(settings, COLUMNS)),
                    zone == null ? "Asia/Seoul" : zone,
                    currency == null ? "KRW" : currency);
        }
        OrderTemplate template = OrderTemplates.mall(mall)
                .orElseThrow(() -> Refusal.invalid("mall-unknown", MALL, "There is no mall " + mall + ".")
                        .with("mall", mall));
        return template.with(zone(zone), currency(currency));
    }

    private static ZoneId zone(String id) {
        if (id != null && !ZoneId.getAvailableZoneIds().contains(id)) {
            throw Refusal.invalid("zone-unknown", ZONE, "There is no time zone " + id + ".")
                    .with("zone", id);
        }
        return id == null ? null : ZoneId.of(id);
    }

    private static String currency(String code) {
        if (code != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            throw Refusal.invalid("currency-unknown", CURRENCY, "There is no currency " + code + ".")
                    .with("currency", code);
        }
        return code;
    }

    static ReadFile told(ParsedFile parsed) {
        Map<String, List<ReadFile.Row>> rowsOfOrder = new LinkedHashMap<>();
        List<ReadFile.RejectedRow> rejected = new ArrayList<>();
        for (ParsedRow row : parsed.rows()) {
            ReadFile.Row raw = new ReadFile.Row(row.rowNumber(), row.cells());
            RowRejection why = row.rejection();
            if (why == null) {
                rowsOfOrder
                        .computeIfAbsent(row.orderId(), order -> new ArrayList<>())
                        .add(raw);
            } else {
                rejected.add(new ReadFile.RejectedRow(raw, why.code(), why.column(), why.message()));
            }
        }
        List<ReadFile.FileOrder> orders = parsed.orders().stream()
                .map(ParsedOrder::order)
                .map(order -> new ReadFile.FileOrder(order, rowsOfOrder.get(order.externalId())))
                .toList();
        return new ReadFile(
                parsed.template().id(),
                new ReadFile.Drift(parsed.drift().newColumns(), parsed.drift().missingColumns()),
                orders,
                rejected);
    }

    private static String setting(Map<String, String> settings, String name) {
        String value = settings.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Map<String, String> words(String ko, String ja, String en) {
        return Map.of("ko", ko, "ja", ja, "en", en);
    }
}

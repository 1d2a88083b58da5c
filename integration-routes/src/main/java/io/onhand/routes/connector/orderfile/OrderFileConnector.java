package io.onhand.routes.connector.orderfile;

import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.ConnectorDescriptor.Capabilities;
import io.onhand.channel.ConnectorDescriptor.Limits;
import io.onhand.channel.ConnectorDescriptor.Setting;
import io.onhand.imports.ReadFile;
import io.onhand.refusal.Refusal;
import io.onhand.routes.engine.Connector;
import io.onhand.routes.engine.FileReading;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                                    "주문 파일을 내려받는 곳. 목록에 없으면 own을 고르고 열 이름을 적으세요.",
                                    "受注ファイルのダウンロード元。一覧にない場合は own を選び、列名を入力してください。",
                                    "Where the file is downloaded; for any other shop choose own and name its columns.")),
                    new Setting(
                            ZONE,
                            "text",
                            false,
                            null,
                            List.of(),
                            words("시간대", "タイムゾーン", "Time zone"),
                            words(
                                    "파일의 날짜가 쓰인 시간대, 예: Asia/Seoul. 비우면 쇼핑몰의 시간대입니다.",
                                    "ファイルの日時のタイムゾーン。例: Asia/Tokyo。空欄ならモールの時間帯です。",
                                    "The clock of the file's dates, for example Asia/Seoul; empty means the mall's.")),
                    new Setting(
                            CURRENCY,
                            "text",
                            false,
                            null,
                            List.of(),
                            words("통화", "通貨", "Currency"),
                            words(
                                    "파일의 금액 통화(ISO 4217), 예: KRW. 비우면 쇼핑몰의 통화입니다.",
                                    "ファイルの金額の通貨(ISO 4217)。例: JPY。空欄ならモールの通貨です。",
                                    "The currency of the file's amounts, ISO 4217, for example KRW; empty means the"
                                            + " mall's.")),
                    new Setting(
                            COLUMNS,
                            "text",
                            false,
                            null,
                            List.of(),
                            words("열 이름 (own)", "列名 (own)", "Columns (own)"),
                            words(
                                    "항목=열 이름, 세미콜론으로 구분. 예: orderId=주문번호; orderedAt=주문일; sku=품목코드; quantity=수량",
                                    "項目=列名をセミコロンで区切ります。例: orderId=注文番号; orderedAt=注文日; sku=品番; quantity=数量",
                                    "field=column, separated by semicolons, for example orderId=Order no;"
                                            + " orderedAt=Date; sku=Item; quantity=Units"))),
            new Limits(0, 0, 0, 0));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /**
     * Reads the file as the channel's mall writes it; a channel without a mall takes the file of any mall that is known.
     *
     * @throws Refusal see {@link OrderFile#readAs}, and {@code mall-unknown}, {@code zone-unknown}, {@code
     *     currency-unknown}, {@code template-incomplete}, {@code template-field-unknown}, {@code template-malformed} when
     *     the settings are wrong
     */
    @Override
    public FileReading readFile(String name, byte[] content, String password, Map<String, String> settings) {
        OrderFile file = OrderFile.of(content, password);
        String mall = setting(settings, MALL);
        ParsedFile parsed = mall == null ? file.recognise() : file.readAs(template(mall, settings));
        boolean allTaken = parsed.rejectedRows().isEmpty();
        return new FileReading(told(parsed), allTaken ? null : RejectedRows.of(parsed));
    }

    static OrderTemplate template(String mall, Map<String, String> settings) {
        String zone = setting(settings, ZONE);
        String currency = setting(settings, CURRENCY);
        if (mall.equals(OrderTemplates.OWN)) {
            return OrderTemplates.own(
                    OrderTemplates.OWN,
                    columns(setting(settings, COLUMNS)),
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

    /** "orderId=Order no; quantity=Units" as a map. */
    private static Map<String, String> columns(String written) {
        Map<String, String> columns = new HashMap<>();
        if (written == null) {
            return columns;
        }
        for (String part : written.split("[;\n]", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw Refusal.invalid(
                                "template-malformed", COLUMNS, "\"" + part.strip() + "\" is not written field=column.")
                        .with("part", part.strip());
            }
            columns.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return columns;
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

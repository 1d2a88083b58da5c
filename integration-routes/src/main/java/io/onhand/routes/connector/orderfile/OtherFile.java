package io.onhand.routes.connector.orderfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that people mix up with order exports: they go the other way.
 *
 * @param title what it is, for people
 * @param columns its normalised column names
 */
record OtherFile(String title, Set<String> columns) {
    private static final int ENOUGH = 3;

    private static final List<OtherFile> KNOWN = List.of(
            named("SmartStore's dispatch upload (발송처리)", "상품주문번호|배송방법|택배사|송장번호"),
            named("Rakuten's parcel number upload", "注文番号|送付先ID|発送明細ID|お荷物伝票番号|配送会社|発送日"),
            named(
                    "Yahoo! Shopping's shipment upload",
                    "OrderId|ShipCompanyCode|ShipInvoiceNumber1|ShipInvoiceNumber2|ShipDate|ShipStatus"),
            named(
                    "a courier's label file",
                    "고객주문번호|집하예정일|품목코드|품목명|기타1|기타2|내품수량|박스수량|받는분성명|받는분전화번호|받는분우편번호|" + "받는분주소(전체,분할)|배송메세지1|운송장번호"));

    private static OtherFile named(String title, String columns) {
        return new OtherFile(title, names(Stream.of(columns.split("\\|", -1))));
    }

    private static Set<String> names(Stream<String> header) {
        return header.map(HeaderName::normalise)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The file whose columns these are: nothing else, and enough of them. */
    static Optional<OtherFile> of(List<String> header) {
        Set<String> names = names(header.stream());
        if (names.size() < ENOUGH) {
            return Optional.empty();
        }
        return KNOWN.stream().filter(file -> file.columns.containsAll(names)).findFirst();
    }
}

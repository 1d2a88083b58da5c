package io.onhand.routes.connector.orderfile;

import io.onhand.canonical.IncomingOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts rows together to whole orders: either every row of an order counts or none does. */
final class OrderAssembly {
    private final OrderTemplate template;
    private final List<ParsedRow> rows = new ArrayList<>();
    private final List<ParsedOrder> orders = new ArrayList<>();
    private final Map<String, List<Integer>> rowsOfOrder = new LinkedHashMap<>();
    private final List<RowMapper.Mapped> mapped;

    OrderAssembly(HeaderMatch header, List<RowMapper.Mapped> mapped) {
        this.template = header.template();
        this.mapped = mapped;
        mapped.forEach(each -> rows.add(each.row()));
        for (int i = 0; i < rows.size(); i++) {
            String order = rows.get(i).orderId();
            if (order != null) {
                rowsOfOrder.computeIfAbsent(order, key -> new ArrayList<>()).add(i);
            }
        }
        new CutIds(header).reject(rows);
        rowsOfOrder.forEach(this::assemble);
    }

    List<ParsedRow> rows() {
        return rows;
    }

    List<ParsedOrder> orders() {
        return orders;
    }

    private void assemble(String orderId, List<Integer> indexes) {
        List<Integer> counting = withoutRepetitions(indexes);
        ParsedRow bad = counting.stream()
                .map(rows::get)
                .filter(row -> row.rejection() != null && !isCancelled(row))
                .findFirst()
                .orElse(null);
        if (bad != null) {
            String why = "Row " + bad.rowNumber() + " of the same order was rejected: "
                    + bad.rejection().message();
            rejectRest(indexes, "order-has-bad-row", why);
            return;
        }
        counting.removeIf(i -> isCancelled(rows.get(i)));
        if (counting.isEmpty()) {
            return;
        }
        if (counting.size() > IncomingOrder.MAX_LINES) {
            rejectRest(
                    indexes,
                    "order-too-large",
                    "An order has at most " + IncomingOrder.MAX_LINES + " lines; this one has " + counting.size()
                            + ".");
            return;
        }
        if (counting.stream()
                        .map(i -> destination(mapped.get(i).shipTo()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1) {
            rejectRest(
                    indexes,
                    "several-destinations",
                    "The rows of order " + orderId + " name different recipients or addresses.");
            return;
        }
        orders.add(new ParsedOrder(
                order(orderId, counting),
                counting.stream().map(i -> rows.get(i).rowNumber()).toList()));
    }

    /** A row that says exactly what an earlier one says is a repetition; one that contradicts it is an error. */
    private List<Integer> withoutRepetitions(List<Integer> indexes) {
        Map<String, Integer> first = new HashMap<>();
        List<Integer> counting = new ArrayList<>();
        for (int i : indexes) {
            ParsedRow row = rows.get(i);
            Integer earlier =
                    row.line() == null ? null : first.putIfAbsent(row.line().externalLineId(), i);
            if (earlier != null && row.rejection() == null) {
                ParsedRow before = rows.get(earlier);
                if (before.rejection() == null && mapped.get(i).saysTheSame(mapped.get(earlier))) {
                    rows.set(i, row.repeating(before.rowNumber()));
                    continue;
                }
                rows.set(
                        i,
                        row.rejected(new RowRejection(
                                "line-repeated-in-file",
                                null,
                                row.line().externalLineId(),
                                "Row " + before.rowNumber() + " has the same line number and says something else.")));
            }
            counting.add(i);
        }
        return counting;
    }

    private void rejectRest(List<Integer> indexes, String code, String message) {
        for (int i : indexes) {
            if (rows.get(i).rejection() == null) {
                rows.set(i, rows.get(i).rejected(new RowRejection(code, null, null, message)));
            }
        }
    }

    private IncomingOrder order(String orderId, List<Integer> indexes) {
        List<RowMapper.Mapped> of = indexes.stream().map(mapped::get).toList();
        return new IncomingOrder(
                orderId,
                of.stream()
                        .map(RowMapper.Mapped::placedAt)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                template.currency(),
                of.stream()
                        .map(RowMapper.Mapped::buyer)
                        .filter(buyer -> buyer.name() != null)
                        .findFirst()
                        .orElse(of.get(0).buyer()),
                of.stream()
                        .map(RowMapper.Mapped::shipTo)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                indexes.stream().map(i -> rows.get(i).line()).toList(),
                of.stream()
                        .map(RowMapper.Mapped::note)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private static String destination(IncomingOrder.Address to) {
        return to == null ? null : to.name() + "\n" + to.postalCode() + "\n" + to.line1() + "\n" + to.line2();
    }

    private static boolean isCancelled(ParsedRow row) {
        return row.rejection() != null && row.rejection().code().equals("cancelled-at-mall");
    }
}

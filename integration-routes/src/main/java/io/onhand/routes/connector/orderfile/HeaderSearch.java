package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the header among the first rows of each sheet, then keeps the rows below it. */
final class HeaderSearch implements SheetVisitor {
    /** Fewer known names than this are no sign of a mall. */
    private static final int ENOUGH_KNOWN = 3;

    private final OrderTemplate expected;
    private final List<SheetRow> rows = new ArrayList<>();
    private String sheet = "";
    private String current = "";
    private int scanned;
    private int lastNumber;
    private boolean from1904;
    private HeaderMatch header;
    private HeaderMatch nearest;
    private HeaderMatch nearestOther;
    private OtherFile other;

    /** Looks for the header of the expected template; null looks for any mall's. */
    HeaderSearch(OrderTemplate expected) {
        this.expected = expected;
    }

    @Override
    public boolean sheet(String name) {
        current = name;
        scanned = 0;
        return header == null;
    }

    @Override
    public boolean row(SheetRow row) {
        if (header != null) {
            keep(row);
            return true;
        }
        scanned++;
        header = match(row);
        if (header != null) {
            sheet = current;
            lastNumber = row.number();
            return true;
        }
        return scanned < OrderFileLimits.HEADER_SCAN_ROWS;
    }

    @Override
    public boolean isDone() {
        return header != null;
    }

    @Override
    public void datesFrom1904() {
        from1904 = true;
    }

    boolean found() {
        return header != null;
    }

    HeaderMatch header() {
        return header;
    }

    String sheetName() {
        return sheet;
    }

    List<SheetRow> rows() {
        return rows;
    }

    boolean countsFrom1904() {
        return from1904;
    }

    private void keep(SheetRow row) {
        if (row.isBlank()) {
            return;
        }
        if (rows.size() == OrderFileLimits.MAX_ROWS) {
            throw Refusal.tooMuch(
                            "too-many-rows",
                            "file",
                            "The file has more than " + OrderFileLimits.MAX_ROWS + " rows; export a shorter period.")
                    .with("limit", OrderFileLimits.MAX_ROWS);
        }
        rows.add(row.number() > lastNumber ? row : row.numbered(lastNumber + 1));
        lastNumber = rows.get(rows.size() - 1).number();
    }

    private HeaderMatch match(SheetRow row) {
        if (row.cells().stream().filter(cell -> !cell.isBlank()).limit(2).count() < 2) {
            return null;
        }
        List<HeaderMatch> malls = OrderTemplates.malls().stream()
                .filter(mall -> expected == null || !mall.id().equals(expected.id()))
                .map(mall -> new HeaderMatch(mall, row))
                .sorted(Comparator.comparing(HeaderMatch::isComplete)
                        .thenComparing(HeaderMatch::known)
                        .reversed())
                .toList();
        HeaderMatch best = malls.get(0);
        if (expected == null) {
            return best.isComplete() ? unambiguous(best) : miss(row, best, null);
        }
        HeaderMatch wanted = new HeaderMatch(expected, row);
        if (!wanted.isComplete()) {
            return miss(row, wanted, best);
        }
        if (!expected.isOwn() && best.isComplete() && best.known() > wanted.known()) {
            throw wrongMall(best);
        }
        return unambiguous(wanted);
    }

    private HeaderMatch miss(SheetRow row, HeaderMatch wanted, HeaderMatch best) {
        if (other == null) {
            other = OtherFile.of(row.cells()).orElse(null);
        }
        if (nearest == null || wanted.known() > nearest.known()) {
            nearest = wanted;
        }
        if (best != null && (nearestOther == null || best.known() > nearestOther.known())) {
            nearestOther = best;
        }
        return null;
    }

    private HeaderMatch unambiguous(HeaderMatch match) {
        if (!match.ambiguous().isEmpty()) {
            throw Refusal.invalid(
                            "column-twice",
                            "file",
                            "The file has these columns twice: " + String.join(", ", match.ambiguous())
                                    + "; remove the ones that do not count.")
                    .with("columns", List.copyOf(match.ambiguous()));
        }
        return match;
    }

    private Refusal wrongMall(HeaderMatch found) {
        return wrongMall(found.template(), expected.id(), expected.mall());
    }

    static Refusal wrongMall(OrderTemplate found, String expectedId, String expectedMall) {
        return Refusal.invalid(
                        "wrong-mall",
                        "file",
                        "This looks like an order file of " + found.mall() + ", not of " + expectedMall + ".")
                .with("looksLike", found.id())
                .with("looksLikeMall", found.mall())
                .with("expected", expectedId);
    }

    /** Why no header was found. */
    Refusal refusal() {
        if (other != null) {
            return Refusal.invalid(
                            "not-an-order-file",
                            "file",
                            "This is " + other.title() + ", not an order export: it has no orders to import.")
                    .with("looksLike", other.title());
        }
        int wantedKnown = nearest == null ? 0 : nearest.known();
        // Names that several malls use are no sign of one; a whole header is.
        if (nearestOther != null
                && nearestOther.isComplete()
                && nearestOther.known() > wantedKnown
                && nearestOther.known() >= ENOUGH_KNOWN) {
            return wrongMall(nearestOther);
        }
        if (wantedKnown >= ENOUGH_KNOWN
                || (wantedKnown > 0 && nearest.template().isOwn())) {
            return Refusal.invalid(
                            "columns-missing",
                            "file",
                            "The file lacks columns that " + nearest.template().mall() + " orders need: "
                                    + String.join(", ", nearest.missingRequired()) + ".")
                    .with("columns", List.copyOf(nearest.missingRequired()))
                    .with("newColumns", List.copyOf(nearest.unknown()))
                    .with("row", nearest.rowNumber());
        }
        return Refusal.invalid(
                "header-not-found",
                "file",
                "None of the first " + OrderFileLimits.HEADER_SCAN_ROWS + " rows names the columns of "
                        + (expected == null ? "a known mall" : expected.mall()) + ".");
    }
}

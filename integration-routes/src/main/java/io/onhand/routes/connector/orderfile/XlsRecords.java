package io.onhand.routes.connector.orderfile;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;

/** Collects the cells of an Excel 97 workbook, sheet by sheet. */
final class XlsRecords implements HSSFListener {
    private final List<String> names = new ArrayList<>();
    private final List<List<SheetRow>> sheets = new ArrayList<>();
    private final RowBuffer buffer = new RowBuffer();
    private SSTRecord texts;
    private boolean from1904;
    private int row = -1;
    private int formulaColumn = -1;

    @Override
    public void processRecord(Record record) {
        if (record instanceof BOFRecord begin) {
            endRow();
            if (begin.getType() == BOFRecord.TYPE_WORKSHEET) {
                sheets.add(new ArrayList<>());
            }
        } else if (record instanceof BoundSheetRecord sheet) {
            names.add(sheet.getSheetname());
        } else if (record instanceof SSTRecord table) {
            texts = table;
        } else if (record instanceof DateWindow1904Record window) {
            from1904 = window.getWindowing() == 1;
        } else if (record instanceof StringRecord text && formulaColumn >= 0) {
            buffer.text(row + 1, formulaColumn, text.getString());
            formulaColumn = -1;
        } else if (record instanceof CellValueRecordInterface cell && !sheets.isEmpty()) {
            cell(record, cell);
        }
    }

    private void cell(Record record, CellValueRecordInterface cell) {
        if (cell.getRow() != row) {
            endRow();
            row = cell.getRow();
        }
        int column = cell.getColumn();
        if (record instanceof LabelSSTRecord label) {
            buffer.text(row + 1, column, texts.getString(label.getSSTIndex()).getString());
        } else if (record instanceof LabelRecord label) {
            buffer.text(row + 1, column, label.getValue());
        } else if (record instanceof NumberRecord number) {
            buffer.number(row + 1, column, Double.toString(number.getValue()));
        } else if (record instanceof BoolErrRecord flag && flag.isBoolean()) {
            buffer.text(row + 1, column, flag.getBooleanValue() ? "TRUE" : "FALSE");
        } else if (record instanceof FormulaRecord formula) {
            if (formula.hasCachedResultString()) {
                formulaColumn = column;
            } else if (formula.getCachedResultTypeEnum() == CellType.NUMERIC) {
                buffer.number(row + 1, column, Double.toString(formula.getValue()));
            }
        }
    }

    private void endRow() {
        if (row >= 0) {
            sheets.get(sheets.size() - 1).add(buffer.take(row + 1));
            row = -1;
        }
        formulaColumn = -1;
    }

    void replay(SheetVisitor visitor) {
        endRow();
        if (from1904) {
            visitor.datesFrom1904();
        }
        for (int i = 0; i < sheets.size() && i < OrderFileLimits.MAX_SHEETS && !visitor.isDone(); i++) {
            if (visitor.sheet(i < names.size() ? names.get(i) : "")) {
                for (SheetRow sheetRow : sheets.get(i)) {
                    if (!visitor.row(sheetRow)) {
                        break;
                    }
                }
            }
        }
    }
}

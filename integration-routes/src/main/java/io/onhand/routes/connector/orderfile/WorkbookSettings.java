package io.onhand.routes.connector.orderfile;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the one setting of a workbook that changes what its cells mean. */
final class WorkbookSettings extends DefaultHandler {
    private final SheetVisitor visitor;

    WorkbookSettings(SheetVisitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (localName.equals("workbookPr")) {
            String from1904 = attributes.getValue("date1904");
            if ("1".equals(from1904) || "true".equals(from1904)) {
                visitor.datesFrom1904();
            }
        }
    }
}

package io.onhand.routes.connector.orderfile;

import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of one sheet into rows. */
final class SheetHandler extends DefaultHandler {
    /** The visitor wants no more rows of this sheet. */
    static final class EnoughException extends SAXException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private final List<String> shared;
    private final RowBuffer buffer;
    private final SheetVisitor visitor;
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int column = -1;
    private String type;
    private boolean inText;
    private boolean inPhonetic;

    SheetHandler(List<String> shared, RowBuffer buffer, SheetVisitor visitor) {
        this.shared = shared;
        this.buffer = buffer;
        this.visitor = visitor;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        switch (localName) {
            case "row" -> {
                row = number(attributes.getValue("r"), row + 1);
                column = -1;
            }
            case "c" -> {
                column = column(attributes.getValue("r"), column + 1);
                type = attributes.getValue("t");
                text.setLength(0);
            }
            case "v", "t" -> inText = !inPhonetic;
            case "rPh" -> inPhonetic = true;
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        switch (localName) {
            case "v", "t" -> inText = false;
            case "rPh" -> inPhonetic = false;
            case "c" -> cell();
            case "row" -> {
                if (!visitor.row(buffer.take(row))) {
                    throw new EnoughException();
                }
            }
            default -> {}
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inText) {
            text.append(chars, start, length);
        }
    }

    private void cell() throws SAXException {
        if (text.length() == 0) {
            return;
        }
        if (type == null || type.equals("n")) {
            buffer.number(row, column, text);
            return;
        }
        switch (type) {
            case "s" -> {
                int index = number(text.toString().trim(), -1);
                if (index < 0 || index >= shared.size()) {
                    throw new SAXException("No shared text " + index);
                }
                buffer.text(row, column, shared.get(index));
            }
            case "b" -> buffer.text(row, column, text.charAt(0) == '1' ? "TRUE" : "FALSE");
            default -> buffer.text(row, column, EscapedText.decode(text.toString()));
        }
    }

    private static int number(String digits, int otherwise) throws SAXException {
        if (digits == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new SAXException("Not a number: " + digits, e);
        }
    }

    /** "AB12" is column 27, counted from 0. */
    private static int column(String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + (letter - 'A' + 1);
        }
        return column == 0 ? otherwise : column - 1;
    }
}

package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the table of shared texts, without the phonetic guides that Japanese Excel adds. */
final class SharedTextsHandler extends DefaultHandler {
    private final List<String> texts;
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean inPhonetic;
    private long chars;

    SharedTextsHandler(List<String> texts) {
        this.texts = texts;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "si" -> text.setLength(0);
            case "t" -> inText = !inPhonetic;
            case "rPh" -> inPhonetic = true;
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        switch (localName) {
            case "si" -> texts.add(EscapedText.decode(text.toString()));
            case "t" -> inText = false;
            case "rPh" -> inPhonetic = false;
            default -> {}
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inText) {
            text.append(chars, start, length);
            this.chars += length;
            if (this.chars > OrderFileLimits.MAX_TEXT_CHARS) {
                throw Refusal.tooMuch("file-too-large", "file", "The workbook holds too much text.")
                        .with("limit", OrderFileLimits.MAX_TEXT_CHARS);
            }
        }
    }
}

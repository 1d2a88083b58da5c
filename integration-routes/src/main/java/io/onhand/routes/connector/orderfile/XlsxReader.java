package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Streams the sheets of an Office Open XML workbook. Formulas are not evaluated (their stored result counts), external
 * entities are not resolved, workbooks with macros are refused.
 */
final class XlsxReader {
    private XlsxReader() {}

    static void read(byte[] bytes, SheetVisitor visitor) {
        try (GuardedZip zip = archive(bytes)) {
            if (!zip.contains("xl/")) {
                throw Refusal.invalid(
                        "format-not-supported", "file", "The file is an archive, but not an Excel workbook.");
            }
            try (OPCPackage workbook = workbook(zip)) {
                boolean shares = !workbook.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType())
                        .isEmpty();
                readSheets(reader(workbook), shares, visitor);
            }
        } catch (IOException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | ParserConfigurationException
                | SAXException e) {
            throw refusalOf(e);
        }
    }

    private static GuardedZip archive(byte[] bytes) {
        try {
            return new GuardedZip(bytes);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // only the archive's directory is read in here: whatever is wrong, the bytes are to blame
            throw damaged();
        }
    }

    private static XSSFReader reader(OPCPackage workbook) {
        try {
            refuseMacros(workbook);
            XSSFReader reader = new XSSFReader(workbook);
            reader.getWorkbookData().close();
            return reader;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            // only the package's directory is read in here: whatever is wrong, the bytes are to blame
            throw refusalOf(e);
        }
    }

    private static OPCPackage workbook(GuardedZip zip) {
        try {
            return OPCPackage.open(zip);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (OpenXML4JException | RuntimeException e) {
            // only the package's directory is read in here: whatever is wrong, the bytes are to blame
            throw refusalOf(e);
        }
    }

    /** Libraries wrap what is thrown while they read a stream: a refusal in there is the true reason. */
    private static Refusal refusalOf(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return damaged();
    }

    static Refusal damaged() {
        return Refusal.invalid(
                "file-damaged", "file", "The workbook is damaged or incomplete; download it from the mall again.");
    }

    private static void refuseMacros(OPCPackage workbook) throws OpenXML4JException {
        for (PackagePart part : workbook.getParts()) {
            String type = part.getContentType();
            String name = part.getPartName().getName();
            if (type.contains("sheet.binary")) {
                throw Refusal.invalid(
                        "format-not-supported", "file", "Binary workbooks (xlsb) are not read; save it as xlsx.");
            }
            if (type.contains("macroEnabled") || type.contains("vbaProject") || name.startsWith("/xl/macrosheets/")) {
                throw macros();
            }
        }
    }

    static Refusal macros() {
        return Refusal.invalid(
                "macros-not-allowed", "file", "The workbook contains macros; save it without them and upload again.");
    }

    private static void readSheets(XSSFReader reader, boolean sharesTexts, SheetVisitor visitor)
            throws IOException, OpenXML4JException, ParserConfigurationException, SAXException {
        try (InputStream in = reader.getWorkbookData()) {
            parse(in, new WorkbookSettings(visitor));
        }
        List<String> shared = new ArrayList<>();
        if (sharesTexts) {
            try (InputStream in = reader.getSharedStringsData()) {
                parse(in, new SharedTextsHandler(shared));
            }
        }
        RowBuffer buffer = new RowBuffer();
        int sheets = 0;
        var data = reader.getSheetsData();
        while (data.hasNext() && !visitor.isDone() && sheets++ < OrderFileLimits.MAX_SHEETS) {
            try (InputStream in = data.next()) {
                String name = data instanceof XSSFReader.SheetIterator sheet ? sheet.getSheetName() : "";
                if (visitor.sheet(name)) {
                    parse(in, new SheetHandler(shared, buffer, visitor));
                }
            } catch (SheetHandler.EnoughException enough) {
                buffer.take(0);
            }
        }
    }

    private static void parse(InputStream in, DefaultHandler handler)
            throws IOException, ParserConfigurationException, SAXException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.setErrorHandler(handler);
        xml.parse(new InputSource(in));
    }
}

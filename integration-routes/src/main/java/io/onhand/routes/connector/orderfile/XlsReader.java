package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads an Excel 97 workbook record by record; formulas count with their stored result, macros are refused. */
final class XlsReader {
    private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK", "Book", "BOOK");

    private XlsReader() {}

    static void read(POIFSFileSystem container, String password, SheetVisitor visitor) {
        DirectoryNode root = container.getRoot();
        if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("_VBA_PROJECT")) {
            throw XlsxReader.macros();
        }
        if (root.isEmpty()) {
            throw XlsxReader.damaged();
        }
        String stream = STREAMS.stream()
                .filter(root::hasEntry)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "format-not-supported", "file", "The file is an Office file, but not an Excel workbook."));
        XlsRecords records = new XlsRecords();
        boolean asked = password != null && !password.isEmpty();
        Biff8EncryptionKey.setCurrentUserPassword(asked ? password : null);
        try (InputStream in = root.createDocumentInputStream(stream)) {
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(records);
            new HSSFEventFactory().processEvents(request, in);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (EncryptedDocumentException e) {
            throw asked ? EncryptedFile.wrongPassword() : EncryptedFile.passwordRequired();
        } catch (IOException | RuntimeException e) {
            // only the library and the collecting of cells run in here: whatever it stumbles over, the bytes are to
            // blame
            throw XlsxReader.damaged();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        records.replay(visitor);
    }
}

package io.onhand.acceptance.journey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Order lists as the malls' seller sites export them, with invented data. */
final class ExportSamples {
    /** Of the SmartStore file. */
    static final String PASSWORD = "1234";

    private ExportSamples() {}

    /**
     * One file.
     *
     * @param channel the demo channel that it belongs to
     * @param fileName what it is called
     * @param password null for none
     * @param units units that it takes, by SKU
     */
    record Sample(String channel, String fileName, String password, Map<String, Integer> units) {
        byte[] bytes() {
            return password == null ? resource(fileName) : locked(resource("smartstore-orders.decrypted.xlsx"));
        }

        @Override
        public String toString() {
            return fileName;
        }
    }

    /** Every export. */
    static List<Sample> all() {
        Map<String, Integer> shirtsAndCap = Map.of("LS-01-NV-M", 2, "CAP-09", 1);
        Map<String, Integer> shirts = Map.of("LS-01-NV-M", 2);
        return List.of(
                smartStore(),
                new Sample("Coupang", "coupang-DeliveryList.xlsx", null, shirtsAndCap),
                new Sample("ESM", "esm-orders.xlsx", null, shirts),
                new Sample("11st", "11st-orders.cp949.csv", null, shirts),
                new Sample("Rakuten", "rakuten-orders.cp932.csv", null, shirtsAndCap));
    }

    /** The one that is locked with a password. */
    static Sample smartStore() {
        return new Sample("SmartStore", "smartstore-orders.xlsx", PASSWORD, Map.of("LS-01-NV-M", 2));
    }

    /** A file as it is. */
    static byte[] resource(String name) {
        try (InputStream stream = ExportSamples.class.getResourceAsStream("/export-samples/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Locked as the mall does it: agile encryption of the whole workbook. */
    private static byte[] locked(byte[] workbook) {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OPCPackage plain = OPCPackage.open(new ByteArrayInputStream(workbook));
                    OutputStream locked = encryptor.getDataStream(container)) {
                plain.save(locked);
            }
            container.writeFilesystem(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}

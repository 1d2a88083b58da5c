package io.onhand.acceptance.product;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;

/** A workbook as malls hand it out: locked with the password that the seller chose for the download. */
public final class LockedFile {
    private LockedFile() {}

    /** The bytes of the locked xlsx. */
    public static byte[] of(Workbook workbook, String password) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream stream = encryptor.getDataStream(container)) {
                workbook.write(stream);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            container.writeFilesystem(file);
            return file.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot lock an xlsx", e);
        }
    }
}

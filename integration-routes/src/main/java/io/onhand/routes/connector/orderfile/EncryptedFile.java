package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens a password-protected Office Open XML workbook. The password is used here and kept nowhere. */
final class EncryptedFile {
    private EncryptedFile() {}

    static boolean isEncryptedWorkbook(POIFSFileSystem container) {
        return container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
    }

    static byte[] decrypt(POIFSFileSystem container, String password) {
        try {
            EncryptionInfo info = new EncryptionInfo(container);
            if (info.getVerifier().getSpinCount() > OrderFileLimits.MAX_PASSWORD_SPINS) {
                throw XlsxReader.damaged();
            }
            Decryptor decryptor = info.getDecryptor();
            boolean asked = password != null && !password.isEmpty();
            if (!decryptor.verifyPassword(asked ? password : Decryptor.DEFAULT_PASSWORD)) {
                throw asked ? wrongPassword() : passwordRequired();
            }
            try (InputStream in = decryptor.getDataStream(container)) {
                byte[] plain = in.readNBytes(OrderFileLimits.MAX_FILE_BYTES + 1);
                if (plain.length > OrderFileLimits.MAX_FILE_BYTES) {
                    throw OrderFile.tooLarge();
                }
                return plain;
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // only the library's reading of the container runs in here: whatever it stumbles over, the bytes are to
            // blame
            throw XlsxReader.damaged();
        }
    }

    static POIFSFileSystem container(byte[] bytes) {
        try {
            return new POIFSFileSystem(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException e) {
            // whatever the container's reader stumbles over (out of range, bad record), the bytes are to blame
            throw XlsxReader.damaged();
        }
    }

    static Refusal passwordRequired() {
        return Refusal.invalid("password-required", "password", "The workbook is protected: enter its password.");
    }

    static Refusal wrongPassword() {
        return Refusal.invalid("wrong-password", "password", "The password does not open this workbook.");
    }
}

package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;

/** A workbook's archive, read in place; an entry that unpacks to unreasonably much is refused while it is read. */
final class GuardedZip implements ZipEntrySource {
    private final ZipFile zip;
    private boolean closed;

    GuardedZip(byte[] bytes) throws IOException {
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
        int entries = 0;
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); all.nextElement()) {
            if (++entries > OrderFileLimits.MAX_ZIP_ENTRIES) {
                zip.close();
                throw bomb();
            }
        }
    }

    boolean contains(String start) {
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            if (all.nextElement().getName().startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return zip.getEntries();
    }

    @Override
    public ZipArchiveEntry getEntry(String path) {
        return zip.getEntry(path);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        boolean streamed = entry.getName().startsWith("xl/worksheets/");
        long most = streamed ? OrderFileLimits.MAX_STREAMED_ENTRY_BYTES : OrderFileLimits.MAX_HELD_ENTRY_BYTES;
        long grown = Math.max(
                OrderFileLimits.INFLATION_GRACE_BYTES, entry.getCompressedSize() * OrderFileLimits.MAX_INFLATION);
        return new Counted(zip.getInputStream(entry), Math.min(most, grown));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    private static Refusal bomb() {
        return Refusal.tooMuch(
                "zip-bomb",
                "file",
                "The workbook unpacks to far more data than an order export holds; it was not read.");
    }

    private static final class Counted extends FilterInputStream {
        private final long most;
        private long count;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count(skipped);
            return skipped;
        }

        private void count(long more) {
            count += more;
            if (count > most) {
                throw bomb();
            }
        }
    }
}

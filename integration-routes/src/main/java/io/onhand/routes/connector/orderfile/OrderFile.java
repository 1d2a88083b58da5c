package io.onhand.routes.connector.orderfile;

import io.onhand.imports.FileTable;
import io.onhand.refusal.Refusal;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An order export, as uploaded. Reading it touches nothing but the bytes. */
public final class OrderFile {
    private final byte[] bytes;
    private final String password;

    private OrderFile(byte[] bytes, String password) {
        this.bytes = bytes;
        this.password = password;
    }

    /**
     * A file to read.
     *
     * @param bytes the file, at most {@value OrderFileLimits#MAX_FILE_BYTES} bytes; not copied
     * @param password what opens it; null or empty when it is not protected. It is never logged
     * @throws Refusal {@code file-too-large} or {@code file-empty}
     */
    public static OrderFile of(byte[] bytes, String password) {
        if (bytes.length > OrderFileLimits.MAX_FILE_BYTES) {
            throw tooLarge();
        }
        if (bytes.length == 0) {
            throw Refusal.invalid("file-empty", "file", "The file is empty.");
        }
        return new OrderFile(bytes, password);
    }

    /**
     * Reads the file as that of one mall.
     *
     * @throws Refusal about the whole file: {@code password-required}, {@code wrong-password}, {@code file-damaged},
     *     {@code file-too-large}, {@code too-many-rows}, {@code too-many-columns}, {@code cell-too-long},
     *     {@code zip-bomb}, {@code macros-not-allowed}, {@code format-not-supported}, {@code header-not-found},
     *     {@code columns-missing}, {@code column-twice}, {@code wrong-mall}, {@code not-an-order-file}
     */
    public ParsedFile readAs(OrderTemplate template) {
        return read(template);
    }

    /** Reads the file as that of whichever mall its columns belong to; refuses like {@link #readAs}. */
    public ParsedFile recognise() {
        return read(null);
    }

    /**
     * The table in the file, for people to say which column is what; empty when there is none. Refuses like {@link #readAs}
     * when the file itself cannot be read.
     *
     * @param declared what a text file is written in when it does not say so itself
     * @param zone the clock of the file's dates
     */
    Optional<FileTable> table(Charset declared, ZoneId zone) {
        FileFormat format = FileFormat.sniff(bytes);
        if (format == FileFormat.HTML || format == FileFormat.CSV) {
            // The first charset that fits: whoever looks at the names sees whether it is the right one.
            TextEncoding.Guess guess = TextEncoding.guesses(bytes, declared).get(0);
            TableSearch search = new TableSearch(zone);
            readText(format, guess, search);
            return search.table();
        }
        TableSearch search = new TableSearch(zone);
        readWorkbook(format, search);
        return search.table();
    }

    private ParsedFile read(OrderTemplate expected) {
        FileFormat format = FileFormat.sniff(bytes);
        return switch (format) {
            case XLSX, ENCRYPTED_XLSX, XLS -> {
                HeaderSearch search = new HeaderSearch(expected);
                yield parsed(readWorkbook(format, search), null, search);
            }
            case HTML, CSV -> readText(format, expected);
        };
    }

    /** Answers what kind of workbook it is. */
    private FileFormat readWorkbook(FileFormat sniffed, SheetVisitor visitor) {
        if (sniffed != FileFormat.XLS) {
            XlsxReader.read(bytes, visitor);
            return sniffed;
        }
        POIFSFileSystem container = EncryptedFile.container(bytes);
        if (EncryptedFile.isEncryptedWorkbook(container)) {
            XlsxReader.read(EncryptedFile.decrypt(container, password), visitor);
            return FileFormat.ENCRYPTED_XLSX;
        }
        XlsReader.read(container, password, visitor);
        return FileFormat.XLS;
    }

    private void readText(FileFormat format, TextEncoding.Guess guess, SheetVisitor visitor) {
        if (format == FileFormat.HTML) {
            HtmlReader.read(bytes, guess, visitor);
        } else {
            CsvReader.read(bytes, guess, visitor);
        }
    }

    private ParsedFile readText(FileFormat format, OrderTemplate expected) {
        Charset declared = expected == null ? TextEncoding.KOREAN : expected.charset();
        Refusal first = null;
        for (TextEncoding.Guess guess : TextEncoding.guesses(bytes, declared)) {
            HeaderSearch search = new HeaderSearch(expected);
            readText(format, guess, search);
            if (search.found()) {
                return parsed(format, guess, search);
            }
            if (first == null || search.refusal().code().equals("wrong-mall")) {
                first = search.refusal();
            }
        }
        throw first;
    }

    private static ParsedFile parsed(FileFormat format, TextEncoding.Guess encoding, HeaderSearch search) {
        if (!search.found()) {
            throw search.refusal();
        }
        HeaderMatch header = search.header();
        RowMapper mapper = new RowMapper(header, search.countsFrom1904(), encoding != null && !encoding.exact());
        List<RowMapper.Mapped> mapped = search.rows().stream().map(mapper::map).toList();
        OrderAssembly assembly = new OrderAssembly(header, mapped);
        return new ParsedFile(
                header.template(),
                format,
                encoding == null ? null : encoding.charset().name(),
                search.sheetName(),
                header.rowNumber(),
                header.header(),
                header.drift(),
                assembly.rows(),
                assembly.orders());
    }

    static Refusal tooLarge() {
        return Refusal.tooMuch(
                        "file-too-large",
                        "file",
                        "The file has more than " + OrderFileLimits.MAX_FILE_BYTES / 1_000_000
                                + " MB; export a shorter period.")
                .with("limit", OrderFileLimits.MAX_FILE_BYTES);
    }
}

package io.onhand.routes.connector.orderfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small language for order files: columns by name, rows as maps, written in any format. */
final class Table {
    private final List<String> header;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    private Table(List<String> header) {
        this.header = header;
    }

    /** A table whose columns are those of the first row. */
    static Table of(Map<String, Object> first) {
        return new Table(new ArrayList<>(first.keySet())).row(first);
    }

    /** The cells of a parsed file, to be changed and written again. */
    static Table of(ParsedFile file) {
        Table table = new Table(new ArrayList<>(file.header()));
        for (ParsedRow row : file.rows()) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                cells.put(table.header.get(i), row.cells().get(i));
            }
            table.rows.add(cells);
        }
        return table;
    }

    static Map<String, Object> cells(Object... namesAndValues) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            cells.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return cells;
    }

    /** The cells of one SmartStore order line; more cells replace or add. */
    static Map<String, Object> smartStore(String order, String line, Object... more) {
        Map<String, Object> cells = cells(
                "상품주문번호",
                line,
                "주문번호",
                order,
                "주문상태",
                "결제완료",
                "상품번호",
                "7700000001",
                "상품명",
                "린넨 셔츠",
                "옵션정보",
                "색상: 네이비 / 사이즈: M",
                "옵션관리코드",
                "LS-01-NV-M",
                "수량",
                "2",
                "옵션가격",
                "0",
                "상품가격",
                "29700",
                "판매자 상품코드",
                "LS-01",
                "수취인명",
                "이예시",
                "수취인연락처1",
                "010-0000-1234",
                "기본배송지",
                "서울특별시 강남구 예시로 1",
                "상세배송지",
                "101호",
                "우편번호",
                "06236",
                "배송메세지",
                "문 앞",
                "주문일시",
                "2026-08-03 21:14:08");
        cells.putAll(cells(more));
        return cells;
    }

    Table row(Map<String, Object> cells) {
        rows.add(cells);
        return this;
    }

    Table notice(String text) {
        notices.add(text);
        return this;
    }

    Table set(int row, String column, Object value) {
        rows.get(row).put(column, value);
        return this;
    }

    Table renamed(String column, String to) {
        header.set(header.indexOf(column), to);
        rows.forEach(row -> row.put(to, row.remove(column)));
        return this;
    }

    Table without(String column) {
        header.remove(column);
        return this;
    }

    Table with(String column, Object value) {
        header.add(column);
        rows.forEach(row -> row.put(column, value));
        return this;
    }

    Table shuffled(Random random) {
        Collections.shuffle(header, random);
        return this;
    }

    byte[] csv(Charset charset) {
        StringBuilder text = new StringBuilder();
        notices.forEach(notice -> text.append(quoted(notice)).append("\r\n"));
        text.append(header.stream().map(Table::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
        for (Map<String, Object> row : rows) {
            text.append(header.stream()
                            .map(column -> quoted(String.valueOf(row.getOrDefault(column, ""))))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(charset);
    }

    byte[] html(Charset charset) {
        StringBuilder text = new StringBuilder("<html><body><table border=1><tr>");
        header.forEach(column -> text.append("<th>").append(column).append("</th>"));
        for (Map<String, Object> row : rows) {
            text.append("</tr>\n<tr>");
            header.forEach(column ->
                    text.append("<td>").append(row.getOrDefault(column, "")).append("</td>"));
        }
        return text.append("</tr></table></body></html>").toString().getBytes(charset);
    }

    /** What the mall's template reads in it. */
    ParsedFile parsed(String mall) {
        return OrderFile.of(xlsx(), null).readAs(Sample.mall(mall));
    }

    byte[] xlsx() {
        return workbook(new XSSFWorkbook());
    }

    /** A large workbook, with its texts in the cells or in a table that they share. */
    byte[] largeXlsx(boolean sharedTexts) {
        return workbook(new SXSSFWorkbook(null, 100, true, sharedTexts));
    }

    byte[] xls() {
        return workbook(new HSSFWorkbook());
    }

    private byte[] workbook(Workbook empty) {
        try (Workbook workbook = empty;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("발주발송관리");
            int number = 0;
            for (String notice : notices) {
                sheet.createRow(number++).createCell(0).setCellValue(notice);
            }
            Row names = sheet.createRow(number++);
            for (int i = 0; i < header.size(); i++) {
                names.createCell(i).setCellValue(header.get(i));
            }
            for (Map<String, Object> row : rows) {
                Row cells = sheet.createRow(number++);
                for (int i = 0; i < header.size(); i++) {
                    Object value = row.get(header.get(i));
                    if (value instanceof Number n) {
                        cells.createCell(i).setCellValue(n.doubleValue());
                    } else if (value != null) {
                        cells.createCell(i).setCellValue(value.toString());
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook as SmartStore protects it. */
    static byte[] encrypted(byte[] xlsx, String password) {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OPCPackage plain = OPCPackage.open(new ByteArrayInputStream(xlsx));
                    OutputStream secret = encryptor.getDataStream(container)) {
                plain.save(secret);
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | OpenXML4JException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}

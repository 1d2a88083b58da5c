package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.stage.Goods;
import io.onhand.acceptance.product.LockedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A large order list as Naver SmartStore exports it, all columns, locked; two rows an order, never there before.
 *
 * @param rows order lines
 * @param bytes the locked xlsx
 */
record OrderFile(int rows, byte[] bytes) {
    static final String PASSWORD = "bench-1234";

    private static final int LINES = 2;
    private static final int ROWS_IN_MEMORY = 100;

    /** SKUs in the file; a shop sells much of the same. */
    private static final int SKUS = 1_000;

    /** Differs in every file, ten digits. */
    private static final AtomicLong RUNS = new AtomicLong();

    private static final String COLUMNS = """
            상품주문번호|주문번호|배송속성|풀필먼트사(주문 기준)|배송방법(구매자 요청)|배송방법|택배사|송장번호|발송일|판매채널|구매자명|\
            구매자ID|수취인명|주문상태|주문세부상태|결제위치|결제일|상품번호|상품명|상품종류|반품안심케어|옵션정보|옵션관리코드|수량|\
            옵션가격|상품가격|상품별 할인액|판매자 부담 할인액|상품별 총 주문금액|사은품|발주확인일|발송기한|발송처리일|송장출력일|\
            배송비 형태|배송비 묶음번호|배송비 유형|배송비 합계|제주/도서 추가배송비|배송비 할인액|판매자 상품코드|판매자 내부코드1|\
            판매자 내부코드2|수취인연락처1|수취인연락처2|통합배송지|기본배송지|상세배송지|구매자연락처|우편번호|배송메세지|출고지|결제수단|\
            수수료 과금구분|수수료결제방식|네이버페이 주문관리 수수료|매출연동 수수료|정산예정금액|매출연동수수료 유입경로|개인통관고유부호|\
            주문일시|구독신청회차|구독진행회차|배송희망일|최초 상품별 할인액|최종 상품별 할인액|최초 상품별 총 주문금액|\
            최종 상품별 총 주문금액|수량클레임|스토어명""";

    /** A file with so many rows of SKUs of {@link Goods#SPREAD}. */
    static OrderFile of(int rows, int skus) {
        List<String> columns = new ArrayList<>(List.of(COLUMNS.split("\\|", -1)));
        String run = Long.toString(
                RUNS.updateAndGet(last -> Math.max(last + 1, Instant.now().getEpochSecond())));
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            SXSSFSheet sheet = workbook.createSheet("발주발송관리");
            sheet.createRow(0).createCell(0).setCellValue("다운로드 받은 파일의 주문정보는 개인정보입니다.");
            Row header = sheet.createRow(1);
            for (int column = 0; column < columns.size(); column++) {
                header.createCell(column).setCellValue(columns.get(column));
            }
            for (int number = 0; number < rows; number++) {
                fill(sheet.createRow(number + 2), columns, cells(run, number, Math.min(skus, SKUS)));
            }
            return new OrderFile(rows, LockedFile.of(workbook, PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int orders() {
        return (rows + LINES - 1) / LINES;
    }

    private static void fill(Row row, List<String> columns, Map<String, Object> cells) {
        for (int column = 0; column < columns.size(); column++) {
            Object value = cells.getOrDefault(columns.get(column), "");
            if (value instanceof Number number) {
                row.createCell(column).setCellValue(number.doubleValue());
            } else {
                row.createCell(column).setCellValue(value.toString());
            }
        }
    }

    private static Map<String, Object> cells(String run, int number, int skus) {
        int sku = 1 + number % skus;
        int order = number / LINES;
        Map<String, Object> cells = new HashMap<>();
        cells.put("상품주문번호", number(run, number, 3));
        cells.put("주문번호", number(run, order, 1));
        cells.put("배송방법", "택배,등기,소포");
        cells.put("택배사", "CJ대한통운");
        cells.put("판매채널", "스마트스토어");
        cells.put("구매자명", "김예시" + order);
        cells.put("구매자ID", "example" + order);
        cells.put("수취인명", "이예시" + order);
        cells.put("주문상태", "배송준비");
        cells.put("결제위치", "모바일");
        // Days since 1900, as spreadsheets count them.
        cells.put("결제일", 46_237.8848);
        cells.put("주문일시", 46_237.8801);
        cells.put("상품번호", Integer.toString(10_000_001 + sku * 10));
        cells.put("상품명", "예시 상품 " + sku);
        cells.put("상품종류", "단일상품");
        cells.put("수량", 1 + number % 3);
        cells.put("옵션가격", 0);
        cells.put("상품가격", 29_700);
        cells.put("최종 상품별 총 주문금액", 29_700 * (1 + number % 3));
        cells.put("판매자 상품코드", Goods.SPREAD.sku(sku));
        cells.put("수취인연락처1", "010-0000-0000");
        cells.put("구매자연락처", "010-0000-0000");
        cells.put("우편번호", "06236");
        cells.put("기본배송지", "서울특별시 강남구 예시로 " + order);
        cells.put("상세배송지", order % 100 + "호");
        cells.put("배송메세지", "문 앞에 놓아 주세요");
        cells.put("결제수단", "신용카드");
        cells.put("스토어명", "예시 스토어");
        return cells;
    }

    /** Sixteen digits that do not end in 0: nothing that a spreadsheet could have rounded. */
    private static String number(String run, int number, int last) {
        return run + String.format(Locale.ROOT, "%05d", number) + last;
    }
}

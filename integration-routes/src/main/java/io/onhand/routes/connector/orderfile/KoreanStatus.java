package io.onhand.routes.connector.orderfile;

/** What Korean malls write when a line is cancelled or returned. */
final class KoreanStatus {
    private KoreanStatus() {}

    /** 취소완료, 취소요청, 반품수거 and the like; not 취소철회 or 반품거부, where the sale stands. */
    static boolean isCancelled(String status) {
        boolean gone = status.contains("취소") || status.contains("반품");
        boolean stands = status.contains("철회") || status.contains("거부") || status.contains("거절");
        return gone && !stands;
    }
}

package io.onhand.routes.connector.orderfile;

/** Thrown while a row is mapped: the row cannot be taken. */
final class RowRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RowRejection rejection;

    RowRejected(String code, String column, String value, String message) {
        super(message, null, false, false);
        this.rejection = new RowRejection(code, column, value, message);
    }

    RowRejection rejection() {
        return rejection;
    }
}

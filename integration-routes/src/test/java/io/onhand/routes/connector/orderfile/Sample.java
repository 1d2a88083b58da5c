package io.onhand.routes.connector.orderfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The sample exports, with invented data. */
final class Sample {
    static final String SMARTSTORE = "smartstore-orders.decrypted.xlsx";
    static final String SMARTSTORE_DISPATCH = "smartstore-dispatch-upload.xlsx";
    static final String COUPANG = "coupang-DeliveryList.xlsx";
    static final String ESM = "esm-orders.xlsx";
    static final String ELEVEN_STREET = "11st-orders.cp949.csv";
    static final String RAKUTEN = "rakuten-orders.cp932.csv";

    private Sample() {}

    static byte[] bytes(String name) {
        try (InputStream in = Sample.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OrderTemplate mall(String id) {
        return OrderTemplates.mall(id).orElseThrow();
    }

    static ParsedFile read(String name, String mall) {
        return OrderFile.of(bytes(name), null).readAs(mall(mall));
    }
}

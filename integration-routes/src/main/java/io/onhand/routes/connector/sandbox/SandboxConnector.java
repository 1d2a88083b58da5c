package io.onhand.routes.connector.sandbox;

import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.ConnectorDescriptor.Capabilities;
import io.onhand.channel.ConnectorDescriptor.Limits;
import io.onhand.channel.ConnectorDescriptor.Setting;
import io.onhand.routes.engine.Connector;
import io.onhand.routes.engine.OrderNews;
import io.onhand.routes.engine.StandardWebhooks;
import io.onhand.routes.engine.Webhook;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;

/** The sandbox marketplace: signed webhooks, orders by polling, stock in batches. */
@Singleton
public class SandboxConnector implements Connector {
    /** Most items of one stock write, as the marketplace says. */
    static final int STOCK_BATCH = 100;

    private static final double REQUESTS_PER_SECOND = 100;
    private static final int POLL_SECONDS = 10;
    private static final int QUIET_POLL_SECONDS = 60;

    private static final ConnectorDescriptor DESCRIPTOR = new ConnectorDescriptor(
            "sandbox",
            "marketplace",
            Map.of("ko", "샌드박스", "ja", "サンドボックス", "en", "Sandbox marketplace"),
            new Capabilities(true, true, true, false, true),
            List.of(
                    new Setting(
                            "url",
                            "url",
                            true,
                            "http://localhost:8090",
                            List.of(),
                            Map.of("ko", "마켓 주소", "ja", "マーケットのURL", "en", "Marketplace address"),
                            Map.of()),
                    new Setting(
                            "shop",
                            "text",
                            true,
                            null,
                            List.of(),
                            Map.of("ko", "상점 아이디", "ja", "ショップID", "en", "Shop ID"),
                            Map.of("ko", "예: shop01", "ja", "例：shop01", "en", "For example shop01")),
                    new Setting(
                            "clientSecret",
                            "secret",
                            true,
                            null,
                            List.of(),
                            Map.of("ko", "클라이언트 시크릿", "ja", "クライアントシークレット", "en", "Client secret"),
                            Map.of()),
                    new Setting(
                            "webhookSecret",
                            "secret",
                            true,
                            null,
                            List.of(),
                            Map.of("ko", "웹훅 시크릿", "ja", "Webhookシークレット", "en", "Webhook secret"),
                            Map.of(
                                    "ko", "whsec_로 시작합니다",
                                    "ja", "whsec_ で始まります",
                                    "en", "Starts with whsec_")),
                    new Setting(
                            "requestsPerSecond",
                            "number",
                            false,
                            "100",
                            List.of(),
                            Map.of("ko", "초당 요청 한도", "ja", "秒間リクエスト上限", "en", "Requests per second"),
                            Map.of(
                                    "ko", "마켓과 협의한 한도 (1~10,000)",
                                    "ja", "マーケットと取り決めた上限（1～10,000）",
                                    "en", "The quota agreed with the marketplace, 1 to 10,000"))),
            new Limits(STOCK_BATCH, REQUESTS_PER_SECOND, (int) REQUESTS_PER_SECOND, POLL_SECONDS, QUIET_POLL_SECONDS));

    private final SandboxRoutes routes;

    @Inject
    SandboxConnector(Clock clock) {
        routes = new SandboxRoutes(new SandboxTokens(), clock);
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Limits limits(Map<String, String> settings) {
        String wanted = settings.get("requestsPerSecond");
        if (wanted == null || !wanted.matches("[1-9]\\d{0,3}|10000")) {
            return DESCRIPTOR.limits();
        }
        int perSecond = Integer.parseInt(wanted);
        return new Limits(STOCK_BATCH, perSecond, perSecond, POLL_SECONDS, QUIET_POLL_SECONDS);
    }

    @Override
    public String verify(Webhook webhook, Map<String, String> settings, Instant now) {
        return StandardWebhooks.verify(webhook, settings.get("webhookSecret"), now);
    }

    @Override
    public OrderNews read(byte[] message) {
        return SandboxOrders.read(message);
    }

    @Override
    public Optional<RoutesBuilder> routes() {
        return Optional.of(routes);
    }
}

package io.onhand.routes.connector.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Bearer tokens of the shops that this process talks to; the {@value #MOST} last used. */
final class SandboxTokens {
    private static final int MOST = 5_000;

    /** Seconds before its end at which a token is not used any more. */
    private static final long MARGIN_SECONDS = 10;

    /** Whose token: another channel or another secret never gets it. */
    record Account(UUID channel, String url, String shop, String secret) {
        static Account of(UUID channel, Map<String, String> settings) {
            String url = settings.getOrDefault("url", "");
            return new Account(
                    channel,
                    url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
                    settings.getOrDefault("shop", ""),
                    settings.getOrDefault("clientSecret", ""));
        }

        @Override
        public String toString() {
            return "shop " + shop + " of channel " + channel;
        }
    }

    private record Token(String text, Instant until) {}

    private final Map<Account, Token> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Account, Token> eldest) {
            return size() > MOST;
        }
    };

    /** A token that is still good, or null. */
    synchronized String find(Account account, Instant now) {
        Token token = tokens.get(account);
        return token == null || !now.isBefore(token.until()) ? null : token.text();
    }

    /** Keeps a token; one that is about to end is used for the current call only. */
    synchronized void keep(Account account, String text, int seconds, Instant now) {
        tokens.put(account, new Token(text, now.plusSeconds(Math.max(1, seconds - MARGIN_SECONDS))));
    }

    /** Forgets a token that the marketplace refused; one that came meanwhile is kept. */
    synchronized void forget(Account account, String refused) {
        Token token = tokens.get(account);
        if (token != null && token.text().equals(refused)) {
            tokens.remove(account);
        }
    }
}

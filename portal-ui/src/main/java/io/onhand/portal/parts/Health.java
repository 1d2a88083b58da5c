package io.onhand.portal.parts;

import io.onhand.channel.Channel;
import java.time.Instant;
import java.util.Locale;

/** How a channel does, as one word. */
public enum Health {
    /** A person paused it. */
    PAUSED(Tone.PLAIN),
    /** Left alone for a while after failures. */
    RESTING(Tone.WRONG),
    /** The last call failed; it is tried again. */
    FAILING(Tone.ATTENTION),
    /** It answers. */
    GOOD(Tone.GOOD),
    /** Its orders come as files, and it cannot be told stock. */
    FILES(Tone.PLAIN),
    /** Nothing has been said to it yet. */
    NEW(Tone.WAIT);

    private final Tone tone;

    Health(Tone tone) {
        this.tone = tone;
    }

    public static Health of(Channel channel, Instant now) {
        if (channel.state().equals("paused")) return PAUSED;
        if (channel.circuitOpenUntil() != null && channel.circuitOpenUntil().isAfter(now)) return RESTING;
        if (channel.failures() > 0) return FAILING;
        if (!channel.publishes()) return FILES;
        return channel.lastSuccessAt() == null ? NEW : GOOD;
    }

    /** Whether its calls fail now. */
    public boolean fails() {
        return this == RESTING || this == FAILING;
    }

    /** The word in its colour. */
    public Badge badge() {
        Badge badge = new Badge(tone, "");
        badge.setText(badge.getTranslation("channel.health." + name().toLowerCase(Locale.ROOT)));
        return badge;
    }
}

package io.onhand.portal.channels;

import com.vaadin.flow.component.Component;
import io.onhand.channel.ChannelError;

/** Why a call to a channel failed, in the language of who reads it; the words of the channel are in its own. */
record Trouble(ChannelError error, Component reader) {
    /** What happened. */
    String headline() {
        return error.kind() == null ? error.words() : said("");
    }

    /** What happened, and what the channel said. */
    String inFull() {
        return error.kind() == null ? error.words() : headline() + " (" + error.words() + ")";
    }

    /** What is to be done about it. */
    String next() {
        return error.kind() == null ? error.words() : inFull() + " · " + said(".next");
    }

    private String said(String what) {
        return reader.getTranslation("channel.error." + error.kind().code() + what);
    }
}

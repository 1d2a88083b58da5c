package io.onhand.api.channels;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Channels in the order of their names. */
@Schema(name = "ChannelPage")
record ChannelPage(
        List<ChannelJson> items,

        @Schema(description = "Cursor of the following page; absent on the last.")
        String next) {}

package io.onhand.portal.shell;

import io.onhand.channel.Listings;
import io.onhand.imports.Imports;
import io.onhand.relay.ParkedMessages;
import jakarta.inject.Inject;

/** What is going on beside the view: how much waits for a person, and what is being worked on. */
class Attention {
    private static final int NEWEST = 20;

    private final Listings listings;
    private final ParkedMessages parked;
    private final Imports imports;

    @Inject
    Attention(Listings listings, ParkedMessages parked, Imports imports) {
        this.imports = imports;
        this.listings = listings;
        this.parked = parked;
    }

    int count() {
        return listings.waiting() + parked.count();
    }

    /** Of the newest imports, how many are being read, committed or taken back right now. */
    int importsAtWork() {
        return (int) imports.list(null, NEWEST).items().stream()
                .filter(run -> switch (run.state()) {
                    case UPLOADED, COMMITTING, UNDOING -> true;
                    case UNRECOGNISED, PREVIEWED, COMMITTED, UNDONE, FAILED -> false;
                })
                .count();
    }
}

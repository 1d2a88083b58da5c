package io.onhand.acceptance.torture.rig;

import java.util.ArrayList;
import java.util.List;

/** The nodes of the product that take requests now. Safe for use by many threads. */
public final class Nodes {
    private final List<String> urls = new ArrayList<>();

    Nodes(String first) {
        urls.add(first);
    }

    /** A node takes requests from now on; its address has no slash at the end. */
    public synchronized void join(String url) {
        urls.add(url);
    }

    /** A node takes no requests any more. */
    public synchronized void leave(String url) {
        urls.remove(url);
    }

    /** The address of one of them, chosen by any number. */
    public synchronized String url(int draw) {
        return urls.get(Math.floorMod(draw, urls.size()));
    }
}

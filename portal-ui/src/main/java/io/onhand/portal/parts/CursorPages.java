package io.onhand.portal.parts;

import com.vaadin.flow.data.provider.Query;
import io.onhand.tenant.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets a grid that asks by offset read a list that is paged by cursor, without a count. It remembers where each page
 * that it has seen begins, so scrolling on or back is one page each; a jump ahead walks from the nearest known place.
 */
public final class CursorPages<T> {
    private static final int FIRST_LIMIT = 50;

    /** Reads one page: the cursor of the page before or null for the first, and at most how many. */
    public interface Reader<T> {
        Page<T> read(String after, int limit);
    }

    private final Reader<T> reader;
    private final TreeMap<Integer, String> starts = new TreeMap<>();
    private String lastCursor;
    private int lastLimit = FIRST_LIMIT;

    public CursorPages(Reader<T> reader) {
        this.reader = reader;
    }

    /** Forgets every place: the list has changed. */
    public synchronized void restart() {
        starts.clear();
    }

    /** The items that the query asks for; fewer when the list ends. */
    public synchronized List<T> fetch(Query<T, ?> query) {
        int from = query.getOffset();
        int end = from + query.getLimit();
        Map.Entry<Integer, String> known = starts.floorEntry(from);
        int at = known == null ? 0 : known.getKey();
        String cursor = known == null ? null : known.getValue();
        List<T> wanted = new ArrayList<>();
        while (at < end) {
            lastCursor = cursor;
            lastLimit = Math.min(Page.MAX, end - at);
            Page<T> page = reader.read(lastCursor, lastLimit);
            for (T item : page.items()) if (at++ >= from) wanted.add(item);
            cursor = page.next();
            if (cursor == null) break;
            starts.put(at, cursor);
        }
        return wanted;
    }

    /** The page that was read last, read again: what is on the screen, as it is now. */
    public synchronized List<T> again() {
        return reader.read(lastCursor, lastLimit).items();
    }
}

package io.onhand.portal.parts;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.onhand.tenant.Page;
import java.util.List;
import java.util.function.Function;

/**
 * The list that somebody looked at last in this tab, with its filters, so that its items can be looked at one after the
 * other without going back.
 */
public final class Neighbours {
    /** How far into the list an item is looked for. */
    private static final int MOST_PAGES = 10;

    private final Function<String, Page<String>> pages;

    private Neighbours(Function<String, Page<String>> pages) {
        this.pages = pages;
    }

    /** The addresses before and after one; null where the list ends, or when it was not found. */
    public record Around(String before, String after) {}

    /** Keeps the list that this tab shows now. */
    static <T> void remember(AsTenant as, CursorPages.Reader<T> reader, Function<T, String> pathOf) {
        Neighbours list = new Neighbours(cursor -> {
            Page<T> page = as.look(() -> reader.read(cursor, Page.MAX));
            return new Page<>(page.items().stream().map(pathOf).toList(), page.next());
        });
        ComponentUtil.setData(UI.getCurrent(), Neighbours.class, list);
    }

    /** What stands around this address in the list that the tab showed last. */
    static Around of(String path) {
        Neighbours list = ComponentUtil.getData(UI.getCurrent(), Neighbours.class);
        return list == null ? new Around(null, null) : list.around(path);
    }

    static Around around(String path, Function<String, Page<String>> pages) {
        return new Neighbours(pages).around(path);
    }

    private Around around(String path) {
        String before = null;
        String cursor = null;
        for (int i = 0; i < MOST_PAGES; i++) {
            Page<String> page = pages.apply(cursor);
            List<String> items = page.items();
            int at = items.indexOf(path);
            cursor = page.next();
            if (at >= 0) {
                String after = at + 1 < items.size() ? items.get(at + 1) : first(cursor);
                return new Around(at > 0 ? items.get(at - 1) : before, after);
            }
            if (cursor == null || items.isEmpty()) break;
            before = items.get(items.size() - 1);
        }
        return new Around(null, null);
    }

    private String first(String cursor) {
        if (cursor == null) return null;
        List<String> items = pages.apply(cursor).items();
        return items.isEmpty() ? null : items.get(0);
    }
}

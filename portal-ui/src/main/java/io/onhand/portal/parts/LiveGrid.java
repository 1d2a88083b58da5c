package io.onhand.portal.parts;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import io.onhand.tenant.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A long list that reads as one scrolls, without a count, and stays true: what changed is drawn anew and fades once;
 * scroll, selection and focus stay. When there is nothing, it says what to do next.
 */
public class LiveGrid<T> extends Div {
    private final Grid<T> grid = new Grid<>();
    private final Div instead = new Div();
    private final Function<T, Object> idOf;
    private final Function<T, String> pathOf;
    private final transient Live live;
    private SerializableConsumer<Boolean> onFilled = filled -> {};
    private Set<Object> fresh = Set.of();
    private Map<Object, T> seen = Map.of();

    /**
     * @param idOf what makes two items the same one
     * @param pathOf where a click on an item leads
     */
    public LiveGrid(Live live, Function<T, Object> idOf, Function<T, String> pathOf) {
        this.live = live;
        this.idOf = idOf;
        this.pathOf = pathOf;
        addClassNames("card", "fill");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("links");
        grid.setPartNameGenerator(item -> fresh.contains(idOf.apply(item)) ? "fresh" : null);
        grid.addItemClickListener(click -> getUI().ifPresent(ui -> ui.navigate(pathOf.apply(click.getItem()))));
        instead.getStyle().set("display", "contents");
        add(grid, instead);
    }

    /** The grid, to give it columns. */
    public Grid<T> grid() {
        return grid;
    }

    /** Says each time whether there is anything in the list. */
    public void onFilled(SerializableConsumer<Boolean> listener) {
        onFilled = listener;
    }

    /**
     * Reads this list from now on.
     *
     * @param nothing what to show when it is empty
     */
    public void read(AsTenant as, TenantId tenant, CursorPages.Reader<T> reader, Empty nothing) {
        CursorPages<T> pages = new CursorPages<>(reader);
        List<T> first = as.look(pages::again);
        Neighbours.remember(as, reader, pathOf);
        fresh = Set.of();
        grid.setItems(query -> {
            query.getOffset();
            query.getLimit();
            return as.look(() -> pages.fetch(query)).stream();
        });
        instead.removeAll();
        instead.add(nothing);
        live.watch(this, tenant, first, pages::again, now -> show(now, first, pages));
    }

    private void show(List<T> now, List<T> first, CursorPages<T> pages) {
        Map<Object, T> next = new HashMap<>();
        now.forEach(item -> next.put(idOf.apply(item), item));
        grid.setVisible(!now.isEmpty());
        instead.setVisible(now.isEmpty());
        onFilled.accept(!now.isEmpty());
        if (now != first) {
            fresh = new HashSet<>();
            next.forEach((id, item) -> {
                if (!Objects.equals(seen.get(id), item)) fresh.add(id);
            });
            pages.restart();
            grid.getDataProvider().refreshAll();
        }
        seen = next;
    }
}

package io.onhand.portal.orders;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.onhand.order.Cancellations;
import io.onhand.order.OrderSearch.Detail;
import io.onhand.order.OrderSearch.LineView;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Sheet;
import io.onhand.portal.parts.Toast;
import io.onhand.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cancels an order by quantity, and says beforehand how many units go back on sale. */
class CancelSheet extends Sheet {
    private final transient Map<LineView, IntegerField> quantities = new LinkedHashMap<>();
    private final Paragraph consequence = new Paragraph();

    CancelSheet(Detail detail, Workspace workspace, Cancellations cancellations) {
        super("");
        setHeaderTitle(getTranslation("cancel.title", detail.head().externalId()));
        for (LineView line : detail.lines()) if (line.open() > 0) show(row(line));
        TextField reason = field("reason", new TextField(getTranslation("cancel.reason")));
        reason.setPlaceholder(getTranslation("cancel.reason.hint"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        consequence.addClassNames("notice", "attention");
        consequence.getElement().setAttribute("aria-live", "polite");
        show(consequence);
        say();
        act(getTranslation("cancel.act"), () -> {
            List<Cancellations.Cancel> cancels = cancels();
            String why = reason.getValue().isBlank() ? null : reason.getValue().strip();
            workspace.act(() -> {
                cancellations.cancel(
                        detail.head().id(), cancels, why, detail.head().version(), workspace.actor());
                return cancels;
            });
            Toast.done(getTranslation("cancel.done", units()));
        });
        destructive();
    }

    private Div row(LineView line) {
        IntegerField quantity = new IntegerField();
        quantity.setMin(0);
        quantity.setMax(line.open());
        quantity.setValue(line.open());
        quantity.setStepButtonsVisible(true);
        quantity.setWidth("136px");
        quantity.setAriaLabel(getTranslation("cancel.quantity-of", title(line)));
        quantity.setSuffixComponent(new Span("/ " + line.open()));
        quantity.setValueChangeMode(ValueChangeMode.EAGER);
        quantity.addValueChangeListener(change -> say());
        quantities.put(line, quantity);
        fields().add(line.id().toString(), quantity);
        Span name = new Span(title(line));
        name.addClassName("strong");
        Span code = new Span(line.skuCode() == null ? line.listingExternalId() : line.skuCode());
        code.addClassName("quiet");
        Div words = new Div(name, code);
        words.getStyle().set("display", "grid").set("flex", "1").set("min-width", "0");
        Div row = new Div(words, quantity);
        row.getStyle().set("display", "flex").set("gap", "16px").set("align-items", "center");
        return row;
    }

    private List<Cancellations.Cancel> cancels() {
        List<Cancellations.Cancel> cancels = new ArrayList<>();
        quantities.forEach((line, field) -> {
            int units = value(field);
            if (units == 0) return;
            fields().alsoCalled("lines[" + cancels.size() + "].quantity", field);
            cancels.add(new Cancellations.Cancel(line.id(), units));
        });
        // No line at all would mean every line.
        if (cancels.isEmpty()) throw Refusal.invalid("cancel-nothing", null, "Choose how many units to cancel");
        return cancels;
    }

    private void say() {
        int back = quantities.entrySet().stream()
                .mapToInt(entry -> {
                    LineView line = entry.getKey();
                    return Math.max(0, value(entry.getValue()) - line.unmatched() - line.backordered());
                })
                .sum();
        consequence.setText(getTranslation("cancel.consequence", units(), back));
    }

    private int units() {
        return quantities.values().stream().mapToInt(CancelSheet::value).sum();
    }

    private static int value(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    private static String title(LineView line) {
        return line.title() == null ? line.listingExternalId() : line.title();
    }
}

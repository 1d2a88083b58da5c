package io.onhand.portal.channels;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Acts;
import io.onhand.portal.parts.Ago;
import io.onhand.portal.parts.Card;
import io.onhand.portal.parts.Confirm;
import io.onhand.portal.parts.Failures;
import io.onhand.portal.parts.Glyph;
import io.onhand.portal.parts.Live;
import io.onhand.portal.parts.Toast;
import io.onhand.relay.MessageError;
import io.onhand.relay.ParkedMessages;
import io.onhand.relay.ParkedMessages.Parked;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages that could not be delivered: see why, try again, or give up. */
class ParkedList extends Div {
    private static final int SHOWN = 20;

    private final transient Workspace workspace;
    private final transient ParkedMessages messages;

    @Inject
    ParkedList(Workspace workspace, ParkedMessages messages, Live live) {
        this.workspace = workspace;
        this.messages = messages;
        live.watch(this, workspace.tenant().id(), workspace.look(this::read), this::read, this::show);
    }

    private List<Parked> read() {
        return messages.list(null, SHOWN).items();
    }

    private void show(List<Parked> parked) {
        removeAll();
        setVisible(!parked.isEmpty());
        if (parked.isEmpty()) return;
        UnorderedList list = new UnorderedList();
        list.addClassName("list");
        parked.forEach(message -> list.add(item(message)));
        add(new Card(getTranslation("parked"))
                .hint(getTranslation("parked.hint"))
                .showFlush(list));
    }

    private ListItem item(Parked message) {
        Span about = new Span(getTranslation(
                        "parked." + message.direction(), message.channelName() == null ? "—" : message.channelName())
                + " · " + about(message));
        about.addClassNames("strong", "cut");
        Span error = new Span(why(message.error()));
        error.addClassNames("second", "cut");
        error.setTitle(error.getText());
        Div words = new Div(about, error);
        words.addClassName("grow");
        ListItem item = new ListItem(
                words, Acts.quiet(getTranslation("parked.attempts", message.attempts())), new Ago(message.parkedAt()));
        item.add(Acts.quiet(getTranslation("parked.look"), () -> look(message)));
        if (workspace.mayAct())
            item.add(
                    Acts.quiet(getTranslation("parked.drop"), () -> drop(message)),
                    Acts.with(Glyph.REPLAY, Acts.plain(getTranslation("parked.replay"), () -> replay(message))));
        return item;
    }

    private void look(Parked message) {
        Dialog dialog = new Dialog(getTranslation("parked.look"));
        Pre payload = new Pre(message.payload() == null ? about(message) : message.payload());
        payload.addClassName("mono");
        payload.getStyle().set("max-height", "50vh").set("overflow", "auto").set("white-space", "pre-wrap");
        Div content = new Div(new Span(why(message.error())), payload);
        content.addClassNames("dialog", "wide");
        dialog.add(content);
        dialog.getFooter().add(Acts.plain(getTranslation("close"), dialog::close));
        dialog.open();
    }

    private String about(Parked message) {
        return message.direction().equals("in") ? message.about() : getTranslation("parked.about." + message.about());
    }

    private String why(MessageError error) {
        if (error == null) return "";
        Map<String, Object> details = new HashMap<>(error.details());
        details.put("problem", error.words());
        String said = Failures.words(this, "refusal." + error.code(), error.words(), details);
        return error.field() == null ? said : said + " (" + error.field() + ")";
    }

    private void replay(Parked message) {
        Failures.toasted(this, () -> {
            workspace.act(() -> {
                messages.replay(message.id());
                return message;
            });
            Toast.done(getTranslation("parked.replayed"));
        });
    }

    private void drop(Parked message) {
        new Confirm(
                        getTranslation("parked.drop.title"),
                        null,
                        List.of(
                                getTranslation("parked.drop." + message.direction()),
                                getTranslation("parked.drop.final")),
                        getTranslation("parked.drop"),
                        () -> workspace.act(() -> {
                            messages.drop(message.id());
                            return message;
                        }))
                .destructive()
                .open();
    }
}

package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** What happened, in words, newest first. */
public class Timeline extends OrderedList {
    /**
     * One thing that happened.
     *
     * @param words what, in one sentence
     * @param note a second line, or null
     */
    public record Entry(Instant at, Tone tone, Component words, String note) {
        public Entry(Instant at, Tone tone, String words, String note) {
            this(at, tone, new Span(words), note);
        }
    }

    public Timeline(List<Entry> entries, ZoneId zone) {
        addClassName("timeline");
        DateTimeFormatter clock =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(getLocale());
        LocalDate day = null;
        for (Entry entry : entries) {
            ZonedDateTime at = entry.at().atZone(zone);
            if (!at.toLocalDate().equals(day)) {
                day = at.toLocalDate();
                Span heading = new Span(day.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(getLocale())));
                ListItem item = new ListItem(heading);
                item.addClassName("day");
                add(item);
            }
            add(item(entry, at, clock));
        }
    }

    private static ListItem item(Entry entry, ZonedDateTime at, DateTimeFormatter clock) {
        ListItem item = new ListItem();
        item.addClassName(entry.tone().css());
        Element time = new Element("time");
        time.setAttribute("datetime", entry.at().toString());
        time.setAttribute("title", at.toString());
        time.setText(clock.format(at));
        Span dot = new Span();
        dot.addClassName("dot");
        Div words = new Div(entry.words());
        if (entry.note() != null) {
            Div note = new Div(entry.note());
            note.addClassName("note");
            words.add(note);
        }
        item.getElement().appendChild(time, dot.getElement(), words.getElement());
        return item;
    }
}

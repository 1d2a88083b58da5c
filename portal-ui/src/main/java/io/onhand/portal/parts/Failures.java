package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import io.onhand.refusal.Refusal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in words what did not work. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * Does the work. A refusal stands in {@code place} in words; anything else too, with a reference that the log knows.
     *
     * @return whether it worked
     */
    public static <T extends Component & HasComponents> boolean caught(T place, Runnable work) {
        try {
            work.run();
            return true;
        } catch (Fields.Marked said) {
            return false;
        } catch (Refusal refusal) {
            place.add(new Notice(Tone.WRONG, words(place, refusal), null));
        } catch (RuntimeException bug) {
            place.add(new Notice(Tone.WRONG, reported(place, bug), null));
        }
        return false;
    }

    /** Does the work; what did not work is said at the lower edge. */
    public static boolean toasted(Component asker, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failure) {
            toast(asker, failure);
            return false;
        }
    }

    /** Says at the lower edge what did not work: a refusal in words, anything else with a reference. */
    public static void toast(Component asker, Throwable failure) {
        Toast.failed(failure instanceof Refusal refusal ? words(asker, refusal) : reported(asker, failure));
    }

    /** The refusal in the person's language; where there are no words yet, the English message with its code. */
    public static String words(Component asker, Refusal refusal) {
        return words(asker, "refusal." + refusal.code(), refusal.getMessage(), refusal.details());
    }

    /** The words of {@code key} filled with the details; where there are none, {@code otherwise} in English. */
    public static String words(Component asker, String key, String otherwise, Map<String, Object> details) {
        String words = asker.getTranslation(key);
        if (words.equals(Translations.missing(key))) return otherwise;
        String filled = words;
        if (details != null)
            for (Map.Entry<String, Object> detail : details.entrySet())
                filled = filled.replace("{" + detail.getKey() + "}", said(asker, detail.getValue()));
        return filled;
    }

    private static String said(Component asker, Object detail) {
        if (detail instanceof Number number) return asker.getTranslation("number", number);
        if (detail instanceof Collection<?> several)
            return several.stream().map(one -> said(asker, one)).collect(Collectors.joining(", "));
        return String.valueOf(detail);
    }

    /** Notes an unexpected failure under a reference and says that reference. */
    public static String reported(Component asker, Throwable bug) {
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Reference {}", reference, bug);
        return asker.getTranslation("failure.reference", reference);
    }
}

package io.onhand.portal.parts;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.cdi.annotation.VaadinServiceScoped;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The words, one bundle per language. A key without words shows itself, so that it is seen and found. */
@VaadinServiceEnabled
@VaadinServiceScoped
public class Translations implements I18NProvider {
    /** Path of the bundles on the class path. */
    static final String BUNDLE = "io.onhand.portal.portal";

    private static final Logger LOG = LoggerFactory.getLogger(Translations.class);
    private static final List<Locale> LOCALES = List.of(Locale.KOREAN, Locale.JAPANESE, Locale.ENGLISH);

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        String words;
        try {
            words = bundle(locale).getString(key);
        } catch (MissingResourceException e) {
            if (!key.startsWith("refusal.")) LOG.warn("No words for {} in {}", key, locale);
            return missing(key);
        }
        if (params.length == 0) return words;
        return new MessageFormat(words, locale).format(params);
    }

    /** What stands where there are no words. */
    static String missing(String key) {
        return "⟨" + key + "⟩";
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}

package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.SessionData;
import dev.hemstitch.core.text.Attribute;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags (4.4.6.1 and 4.4.6.4) are well-formed after BCP 47; whether they are registered does not matter. */
final class LanguageRules implements PlaylistRule {
    /** Longer than any tag in use. */
    private static final int MOST_CHARACTERS = 1_000;

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        for (PlacedLine line : playlist.all(HlsTag.MEDIA)) {
            check(line, Rendition.LANGUAGE, findings);
            check(line, Rendition.ASSOC_LANGUAGE, findings);
        }
        playlist.all(HlsTag.SESSION_DATA).forEach(line -> check(line, SessionData.LANGUAGE, findings));
    }

    private static void check(PlacedLine line, Attribute<String> attribute, Findings findings) {
        Optional<String> language = AttributeTexts.of(line, attribute);
        if (language.isPresent() && !isWellFormed(language.get())) {
            findings.report(
                    DiagnosticCode.LANGUAGE_TAG,
                    line,
                    attribute,
                    attribute.name() + " " + Diagnostic.echo(language.get()) + " is no language tag");
        }
    }

    private static boolean isWellFormed(String language) {
        if (language.length() > MOST_CHARACTERS) {
            return false;
        }
        try {
            new Locale.Builder().setLanguageTag(language);
            return true;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}

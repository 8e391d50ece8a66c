package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.KeyMethod;
import dev.hemstitch.core.model.SessionData;
import dev.hemstitch.core.model.SessionKey;
import dev.hemstitch.core.text.Attribute;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** EXT-X-SESSION-DATA and EXT-X-SESSION-KEY (4.4.6.4 and 4.4.6.5). */
final class SessionRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        Set<String> data = new HashSet<>();
        for (PlacedLine line : playlist.all(HlsTag.SESSION_DATA)) {
            form(line, findings);
            Optional<String> id = AttributeTexts.of(line, SessionData.DATA_ID);
            if (id.isPresent() && !data.add(id.get() + '\n' + text(line, SessionData.LANGUAGE, ""))) {
                findings.report(
                        DiagnosticCode.DUPLICATE_SESSION_DATA,
                        line,
                        SessionData.DATA_ID,
                        Diagnostic.echo(id.get()) + " stands twice with the same LANGUAGE");
            }
        }
        Set<String> keys = new HashSet<>();
        playlist.all(HlsTag.SESSION_KEY).forEach(line -> key(line, keys, findings));
    }

    private static void form(PlacedLine line, Findings findings) {
        boolean hasUri = line.has(SessionData.URI);
        if (line.has(SessionData.VALUE) && hasUri) {
            findings.report(
                    DiagnosticCode.SESSION_DATA_FORM, line, SessionData.URI, "URI stands beside VALUE: only one may");
        } else if (!line.has(SessionData.VALUE) && !hasUri) {
            findings.report(DiagnosticCode.SESSION_DATA_FORM, line, "session data with neither VALUE nor URI");
        }
        if (line.has(SessionData.FORMAT) && !hasUri) {
            findings.report(
                    DiagnosticCode.FORMAT_WITHOUT_URI, line, SessionData.FORMAT, "FORMAT has no effect without URI");
        }
    }

    private static void key(PlacedLine line, Set<String> keys, Findings findings) {
        Optional<KeyMethod> method = line.get(SessionKey.METHOD);
        if (method.isEmpty()) {
            return;
        }
        if (method.get().equals(KeyMethod.NONE)) {
            findings.report(
                    DiagnosticCode.SESSION_KEY_NONE, line, SessionKey.METHOD, "a session key cannot have METHOD=NONE");
        } else if (!keys.add(identity(line, method.get()))) {
            findings.report(
                    DiagnosticCode.DUPLICATE_SESSION_KEY,
                    line,
                    "a session key of the same METHOD, URI, IV, KEYFORMAT and KEYFORMATVERSIONS stands before");
        }
    }

    private static String identity(PlacedLine line, KeyMethod method) {
        return method.value()
                + '\n'
                + text(line, SessionKey.URI, "")
                + '\n'
                + text(line, SessionKey.IV, "").toUpperCase(Locale.ROOT)
                + '\n'
                + text(line, SessionKey.KEYFORMAT, "identity")
                + '\n'
                + text(line, SessionKey.KEYFORMATVERSIONS, "1");
    }

    /** The text as it stands, or what absence means. */
    private static String text(PlacedLine line, Attribute<?> attribute, String absent) {
        return line.text(attribute.name()).orElse(absent);
    }
}

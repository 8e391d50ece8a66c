package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.KeyMethod;
import dev.hemstitch.core.uri.UriReferences;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** EXT-X-SESSION-KEY and the keys of the Media Playlists (4.4.6.5). */
final class SessionKeyRules implements PresentationRule {
    /** What must agree; of the versions the order does not matter. */
    private record Form(String method, String format, Set<String> versions) {
        static Form of(PlacedLine key) {
            return new Form(
                    key.text(Key.METHOD.name()).orElse(""),
                    key.text(Key.KEYFORMAT.name()).orElse("identity"),
                    new HashSet<>(key.get(Key.KEYFORMATVERSIONS).orElse(List.of("1"))));
        }
    }

    @Override
    public void check(CheckedPresentation presentation) {
        Map<String, PlacedLine> sessionKeys = new HashMap<>();
        Map<String, Set<Form>> forms = new HashMap<>();
        String base = presentation.location().orElse("");
        for (PlacedLine line : presentation.multivariant().all(HlsTag.SESSION_KEY)) {
            line.get(Key.URI).map(uri -> UriReferences.resolve(base, uri)).ifPresent(uri -> {
                sessionKeys.putIfAbsent(uri, line);
                forms.computeIfAbsent(uri, key -> new HashSet<>()).add(Form.of(line));
            });
        }
        Set<String> told = new HashSet<>();
        for (CheckedTrack track : sessionKeys.isEmpty() ? List.<CheckedTrack>of() : presentation.mediaTracks()) {
            String trackBase = presentation.base(track);
            for (PlacedLine key : track.playlist().all(HlsTag.KEY)) {
                String uri = key.get(Key.URI)
                        .map(text -> UriReferences.resolve(trackBase, text))
                        .orElse("");
                PlacedLine sessionKey = sessionKeys.get(uri);
                boolean isNone =
                        key.get(Key.METHOD).filter(KeyMethod.NONE::equals).isPresent();
                boolean agrees = isNone || forms.getOrDefault(uri, Set.of()).contains(Form.of(key));
                if (sessionKey != null && !agrees && told.add(uri)) {
                    report(presentation, sessionKey, track, key);
                }
            }
        }
    }

    private static void report(
            CheckedPresentation presentation, PlacedLine sessionKey, CheckedTrack track, PlacedLine key) {
        Form ours = Form.of(sessionKey);
        Form theirs = Form.of(key);
        String attribute = Key.KEYFORMATVERSIONS.name();
        if (!ours.method().equals(theirs.method())) {
            attribute = Key.METHOD.name();
        } else if (!ours.format().equals(theirs.format())) {
            attribute = Key.KEYFORMAT.name();
        }
        String message = attribute + " is not that of the key with this URI in line " + key.number() + " of "
                + Diagnostic.echo(track.uri());
        presentation.findings().report(DiagnosticCode.SESSION_KEY_DIFFERS, sessionKey.location(attribute), message);
    }
}

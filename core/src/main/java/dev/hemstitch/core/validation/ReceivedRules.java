package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.model.VariableDefinition;
import dev.hemstitch.core.uri.QueryParameters;
import java.util.Map;
import java.util.Set;

/** What the URI, the request and the Content-Type of a playlist must be (4, 4.4.2.3 and 4.4.5.2). */
final class ReceivedRules implements ReceivedRule {
    private static final Set<String> TYPES = Set.of("APPLICATION/VND.APPLE.MPEGURL", "AUDIO/MPEGURL");
    private static final String SKIP_DIRECTIVE = "_HLS_skip";

    @Override
    public void check(ReceivedPlaylist received, CheckedPlaylist playlist, Findings findings) {
        received.uri().ifPresent(uri -> {
            received.contentType().ifPresent(type -> identified(uri, type, findings));
            Map<String, String> query = QueryParameters.of(uri);
            playlist.all(HlsTag.DEFINE).forEach(line -> define(line, query, findings));
            playlist.first(HlsTag.SKIP).ifPresent(line -> skip(line, query, findings));
        });
    }

    private static void identified(String uri, String contentType, Findings findings) {
        int pathEnd = CharacterClasses.first(uri, c -> c == '?' || c == '#');
        String path = CharacterClasses.toCapitals(pathEnd < 0 ? uri : uri.substring(0, pathEnd));
        int semicolon = contentType.indexOf(';');
        String type = CharacterClasses.toCapitals(semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip();
        if (!path.endsWith(".M3U8") && !path.endsWith(".M3U") && !TYPES.contains(type)) {
            findings.reportWhole(
                    DiagnosticCode.UNIDENTIFIED_PLAYLIST,
                    "the path of the URI does not end in .m3u8 or .m3u, and the Content-Type is "
                            + Diagnostic.echo(contentType));
        }
    }

    private static void define(PlacedLine line, Map<String, String> query, Findings findings) {
        line.attributes().get(VariableDefinition.QUERYPARAM).ifPresent(name -> {
            String value = query.get(name);
            if (value == null && !name.isEmpty()) {
                findings.report(
                        DiagnosticCode.UNRESOLVED_QUERYPARAM,
                        line,
                        VariableDefinition.QUERYPARAM,
                        "the playlist's URI has no parameter " + Diagnostic.echo(name) + " with a value");
            } else if (value != null && CharacterClasses.first(value, c -> c == '\n' || c == '\r' || c == '"') >= 0) {
                findings.report(
                        DiagnosticCode.UNSAFE_QUERYPARAM,
                        line,
                        VariableDefinition.QUERYPARAM,
                        "the value of the parameter " + Diagnostic.echo(name) + " holds a line end or a double quote");
            }
        });
    }

    private static void skip(PlacedLine line, Map<String, String> query, Findings findings) {
        String asked = query.get(SKIP_DIRECTIVE);
        if (asked == null) {
            findings.report(
                    DiagnosticCode.SKIP_NOT_ASKED, line, "EXT-X-SKIP, but the request has no " + SKIP_DIRECTIVE);
        } else if (asked.equals("v2") && !line.has(Skip.RECENTLY_REMOVED_DATERANGES)) {
            findings.report(
                    DiagnosticCode.SKIP_NOT_ASKED,
                    line,
                    "the request has " + SKIP_DIRECTIVE + "=v2, but EXT-X-SKIP no " + Skip.RECENTLY_REMOVED_DATERANGES);
        }
    }
}

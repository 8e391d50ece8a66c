package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.RenditionType;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.UnsignedIntegers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** EXT-X-MEDIA (4.4.6.1): what its TYPE asks for and forbids. */
final class RenditionRules implements PlaylistRule {
    private static final List<Attribute<?>> OF_AUDIO =
            List.of(Rendition.BIT_DEPTH, Rendition.SAMPLE_RATE, Rendition.CHANNELS);

    private static final Set<RenditionType> TEXT = Set.of(RenditionType.SUBTITLES, RenditionType.CLOSED_CAPTIONS);

    /** Video may carry the sound that describes it. */
    private static final Map<String, Set<RenditionType>> CHARACTERISTICS = Map.of(
            "public.accessibility.transcribes-spoken-dialog", TEXT,
            "public.accessibility.describes-music-and-sound", TEXT,
            "public.easy-to-read", TEXT,
            "public.accessibility.describes-video", Set.of(RenditionType.AUDIO, RenditionType.VIDEO));

    private static final Set<RenditionType> KNOWN =
            Set.of(RenditionType.AUDIO, RenditionType.VIDEO, RenditionType.SUBTITLES, RenditionType.CLOSED_CAPTIONS);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        for (PlacedLine line : playlist.all(HlsTag.MEDIA)) {
            line.get(Rendition.TYPE).filter(KNOWN::contains).ifPresent(type -> ofType(line, type, findings));
            defaultAndAutoselect(line, findings);
        }
    }

    private static void ofType(PlacedLine line, RenditionType type, Findings findings) {
        if (type.equals(RenditionType.CLOSED_CAPTIONS)) {
            captions(line, findings);
        } else {
            instreamId(line, type, findings);
        }
        if (type.equals(RenditionType.SUBTITLES)) {
            if (!line.has(Rendition.URI)) {
                findings.report(DiagnosticCode.SUBTITLES_WITHOUT_URI, line, "subtitles need a URI");
            }
        } else if (line.has(Rendition.FORCED)) {
            findings.report(
                    DiagnosticCode.FORCED_NOT_SUBTITLES,
                    line,
                    Rendition.FORCED,
                    "FORCED is for SUBTITLES, not " + type);
        }
        if (!type.equals(RenditionType.AUDIO)) {
            OF_AUDIO.stream()
                    .filter(line::has)
                    .forEach(attribute -> findings.report(
                            DiagnosticCode.AUDIO_ATTRIBUTE,
                            line,
                            attribute,
                            attribute.name() + " is for AUDIO, not " + type));
        }
        characteristics(line, type, findings);
    }

    private static void captions(PlacedLine line, Findings findings) {
        if (line.has(Rendition.URI)) {
            findings.report(
                    DiagnosticCode.CAPTIONS_WITH_URI,
                    line,
                    Rendition.URI,
                    "closed captions are in the video and have no URI");
        }
        if (!line.has(Rendition.INSTREAM_ID)) {
            findings.report(DiagnosticCode.CAPTIONS_INSTREAM_ID, line, "closed captions need an INSTREAM-ID");
        }
        Optional<String> id = AttributeTexts.of(line, Rendition.INSTREAM_ID);
        if (id.isPresent() && !isCaptionsId(id.get())) {
            findings.report(
                    DiagnosticCode.CAPTIONS_INSTREAM_ID,
                    line,
                    Rendition.INSTREAM_ID,
                    Diagnostic.echo(id.get()) + " is neither CC1 to CC4 nor SERVICE1 to SERVICE63");
        }
    }

    private static boolean isCaptionsId(String id) {
        if (id.startsWith("SERVICE")) {
            Optional<Long> number = UnsignedIntegers.parse(id.substring("SERVICE".length()));
            return number.isPresent() && number.get() >= 1 && number.get() <= 63;
        }
        return id.length() == 3 && id.startsWith("CC") && id.charAt(2) >= '1' && id.charAt(2) <= '4';
    }

    private static void instreamId(PlacedLine line, RenditionType type, Findings findings) {
        Optional<String> id = AttributeTexts.of(line, Rendition.INSTREAM_ID);
        if (id.isPresent()
                && !AttributeTexts.consistsOf(id.get(), c -> AttributeTexts.isLetterOrDigit(c) || c == '.')) {
            findings.report(
                    DiagnosticCode.INSTREAM_ID_CHARACTERS,
                    line,
                    Rendition.INSTREAM_ID,
                    Diagnostic.echo(id.get()) + " of " + type
                            + " has other characters than letters, digits and points");
        }
    }

    private static void characteristics(PlacedLine line, RenditionType type, Findings findings) {
        for (String entry : AttributeTexts.entries(line, Rendition.CHARACTERISTICS)) {
            if (!CHARACTERISTICS.getOrDefault(entry, KNOWN).contains(type)) {
                findings.report(
                        DiagnosticCode.CHARACTERISTICS_OF_OTHER_TYPE,
                        line,
                        Rendition.CHARACTERISTICS,
                        entry + " does not fit " + type);
            }
        }
    }

    private static void defaultAndAutoselect(PlacedLine line, Findings findings) {
        boolean isDefault = line.get(Rendition.DEFAULT).orElse(false);
        if (isDefault && !line.get(Rendition.AUTOSELECT).orElse(true)) {
            findings.report(
                    DiagnosticCode.DEFAULT_WITHOUT_AUTOSELECT,
                    line,
                    Rendition.AUTOSELECT,
                    "AUTOSELECT=NO contradicts DEFAULT=YES");
        }
    }
}

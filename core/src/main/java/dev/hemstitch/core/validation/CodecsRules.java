package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Variant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** CODECS and SUPPLEMENTAL-CODECS of variants (4.4.6.2). */
final class CodecsRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        RenditionGroups groups = RenditionGroups.of(playlist);
        for (PlacedLine line : VariantLine.allTags(playlist)) {
            AttributeTexts.entries(line, Variant.CODECS).stream()
                    .filter(entry -> !SampleFormats.isFormat(entry))
                    .findFirst()
                    .ifPresent(entry -> findings.report(
                            DiagnosticCode.CODECS_FORM,
                            line,
                            Variant.CODECS,
                            Diagnostic.echo(entry) + " does not look like a format of RFC 6381"));
            if (!line.has(Variant.CODECS)) {
                missing(line, groups, findings);
            }
            supplemental(line, findings);
        }
    }

    /** What one rule asks for most strictly is not asked for by another. */
    private static void missing(PlacedLine line, RenditionGroups groups, Findings findings) {
        Optional<RenditionGroup> group = Stream.of(Variant.AUDIO, Variant.VIDEO, Variant.SUBTITLES)
                .flatMap(attribute -> groups.referredTo(line, attribute).stream())
                .findFirst();
        if (group.isPresent()) {
            findings.report(
                    DiagnosticCode.GROUP_NEEDS_CODECS,
                    line,
                    "a variant that refers to " + group.get() + " must have CODECS");
        } else if (line.is(HlsTag.STREAM_INF) && !line.has(Variant.SUPPLEMENTAL_CODECS)) {
            findings.report(DiagnosticCode.MISSING_CODECS, line, "a variant without CODECS");
        }
    }

    private static void supplemental(PlacedLine line, Findings findings) {
        Set<String> base = new HashSet<>();
        AttributeTexts.entries(line, Variant.CODECS).forEach(entry -> base.add(SampleFormats.name(entry)));
        boolean isKnown = !base.isEmpty() || !line.has(Variant.CODECS);
        for (String entry : AttributeTexts.entries(line, Variant.SUPPLEMENTAL_CODECS)) {
            List<String> fields = AttributeTexts.fields(entry, '/');
            Optional<String> problem = problem(fields);
            if (problem.isEmpty() && isKnown && !hasBase(fields.get(0), base)) {
                problem = Optional.of("has no base layer in CODECS");
            }
            problem.ifPresent(text -> findings.report(
                    DiagnosticCode.SUPPLEMENTAL_CODECS_FORM,
                    line,
                    Variant.SUPPLEMENTAL_CODECS,
                    Diagnostic.echo(entry) + " " + text));
        }
    }

    private static Optional<String> problem(List<String> fields) {
        if (!SampleFormats.isFormat(fields.get(0))) {
            return Optional.of("does not begin with a format of RFC 6381");
        }
        return fields.stream().skip(1).allMatch(SampleFormats::isBrand)
                ? Optional.empty()
                : Optional.of("has a brand that is not four characters");
    }

    /** An unknown format may enhance any. */
    private static boolean hasBase(String format, Set<String> base) {
        Set<String> family = SampleFormats.family(format).orElse(base);
        return family.stream().anyMatch(base::contains);
    }
}

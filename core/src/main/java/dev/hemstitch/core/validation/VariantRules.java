package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.text.Attribute;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** EXT-X-STREAM-INF and EXT-X-I-FRAME-STREAM-INF (4.4.6.2 and 4.4.6.3): numbers, and what all or none must have. */
final class VariantRules implements PlaylistRule {
    private static final int MOST_DECIMALS = 3;

    private static final List<Attribute<?>> NOT_OF_I_FRAMES =
            List.of(Variant.FRAME_RATE, Variant.AUDIO, Variant.SUBTITLES, Variant.CLOSED_CAPTIONS);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        VariantLine.allTags(playlist).forEach(line -> numbers(line, findings));
        List<PlacedLine> variants = playlist.all(HlsTag.STREAM_INF);
        variants.forEach(line -> frameRate(line, findings));
        scoreOfAll(variants, findings);
        captionsNone(variants, findings);
        for (PlacedLine line : playlist.all(HlsTag.I_FRAME_STREAM_INF)) {
            NOT_OF_I_FRAMES.stream()
                    .filter(line::has)
                    .forEach(attribute -> findings.report(
                            DiagnosticCode.I_FRAME_ATTRIBUTE,
                            line,
                            attribute,
                            "EXT-X-I-FRAME-STREAM-INF has no " + attribute.name()));
        }
    }

    /** Whether an attribute is one that EXT-X-STREAM-INF has and this tag must not have. */
    static boolean isForVariantsOnly(HlsTag tag, String attribute) {
        return tag == HlsTag.I_FRAME_STREAM_INF
                && NOT_OF_I_FRAMES.stream().anyMatch(other -> other.name().equals(attribute));
    }

    private static void numbers(PlacedLine line, Findings findings) {
        Optional<Long> peak = line.get(Variant.BANDWIDTH);
        Optional<Long> average = line.get(Variant.AVERAGE_BANDWIDTH);
        if (peak.isPresent() && average.isPresent() && Long.compareUnsigned(average.get(), peak.get()) > 0) {
            findings.report(
                    DiagnosticCode.AVERAGE_ABOVE_PEAK,
                    line,
                    Variant.AVERAGE_BANDWIDTH,
                    "AVERAGE-BANDWIDTH " + Long.toUnsignedString(average.get()) + " is greater than BANDWIDTH "
                            + Long.toUnsignedString(peak.get()));
        }
        Optional<BigDecimal> score = line.get(Variant.SCORE);
        if (score.isPresent() && score.get().signum() == 0) {
            findings.report(DiagnosticCode.SCORE, line, Variant.SCORE, "SCORE is not positive");
        }
    }

    private static void frameRate(PlacedLine line, Findings findings) {
        Optional<String> rate = AttributeTexts.of(line, Variant.FRAME_RATE);
        if (rate.isPresent() && line.get(Variant.FRAME_RATE).isPresent() && decimals(rate.get()) > MOST_DECIMALS) {
            findings.report(
                    DiagnosticCode.FRAME_RATE_DECIMALS,
                    line,
                    Variant.FRAME_RATE,
                    Diagnostic.echo(rate.get()) + " is not rounded to three decimals");
        }
    }

    /** How many decimals there are up to the last that is not zero. */
    private static int decimals(String number) {
        int point = number.indexOf('.');
        int end = number.length();
        while (end > point + 1 && number.charAt(end - 1) == '0') {
            end--;
        }
        return point < 0 ? 0 : end - point - 1;
    }

    private static void scoreOfAll(List<PlacedLine> variants, Findings findings) {
        if (variants.stream().anyMatch(line -> line.has(Variant.SCORE))) {
            variants.stream()
                    .filter(line -> !line.has(Variant.SCORE))
                    .forEach(line -> findings.report(
                            DiagnosticCode.SCORE, line, "a variant without SCORE while others have one"));
        }
    }

    private static void captionsNone(List<PlacedLine> variants, Findings findings) {
        if (variants.stream().anyMatch(VariantRules::isCaptionsNone)) {
            for (PlacedLine line : variants) {
                if (!isCaptionsNone(line)) {
                    findings.report(
                            DiagnosticCode.CAPTIONS_NONE_ON_SOME,
                            line.has(Variant.CLOSED_CAPTIONS)
                                    ? line.location(Variant.CLOSED_CAPTIONS.name())
                                    : line.location(),
                            "other variants have CLOSED-CAPTIONS=NONE, this one has not");
                }
            }
        }
    }

    private static boolean isCaptionsNone(PlacedLine line) {
        return line.find(Variant.CLOSED_CAPTIONS.name())
                .filter(value -> !value.isQuoted() && value.text().equals("NONE"))
                .isPresent();
    }
}

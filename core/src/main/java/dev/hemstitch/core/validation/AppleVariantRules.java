package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.model.VideoRange;
import dev.hemstitch.core.text.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Apple's guidance for authors about Multivariant Playlists; what is not known to have video is not asked for it. */
final class AppleVariantRules implements PlaylistRule {
    /** Attributes that only video has a use for. */
    private static final List<Attribute<?>> OF_VIDEO = List.of(
            Variant.RESOLUTION, Variant.FRAME_RATE, Variant.VIDEO_RANGE, Variant.VIDEO, Variant.REQ_VIDEO_LAYOUT);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        List<PlacedLine> variants = playlist.all(HlsTag.STREAM_INF);
        List<PlacedLine> video =
                variants.stream().filter(AppleVariantRules::hasVideo).toList();
        ask(variants, Variant.AVERAGE_BANDWIDTH, DiagnosticCode.APPLE_AVERAGE_BANDWIDTH, findings);
        ask(video, Variant.FRAME_RATE, DiagnosticCode.APPLE_FRAME_RATE, findings);
        List<PlacedLine> iFrames = playlist.all(HlsTag.I_FRAME_STREAM_INF);
        List<PlacedLine> all = Stream.concat(video.stream(), iFrames.stream()).toList();
        ask(all, Variant.RESOLUTION, DiagnosticCode.APPLE_RESOLUTION, findings);
        if (all.stream().anyMatch(AppleVariantRules::isHighDynamicRange)) {
            ask(all, Variant.VIDEO_RANGE, DiagnosticCode.APPLE_VIDEO_RANGE, findings);
        }
        if (!video.isEmpty() && iFrames.isEmpty()) {
            findings.report(
                    DiagnosticCode.APPLE_I_FRAMES, video.get(0), "video without an EXT-X-I-FRAME-STREAM-INF beside it");
        }
        if (!video.isEmpty() && !playlist.has(HlsTag.INDEPENDENT_SEGMENTS)) {
            findings.reportWhole(
                    DiagnosticCode.APPLE_INDEPENDENT_SEGMENTS, "variants with video but no EXT-X-INDEPENDENT-SEGMENTS");
        }
    }

    private static void ask(List<PlacedLine> lines, Attribute<?> attribute, DiagnosticCode code, Findings findings) {
        lines.stream()
                .filter(line -> !line.has(attribute))
                .forEach(line -> findings.report(code, line, "a variant without " + attribute.name()));
    }

    private static boolean hasVideo(PlacedLine line) {
        return OF_VIDEO.stream().anyMatch(line::has)
                || AttributeTexts.entries(line, Variant.CODECS).stream().anyMatch(SampleFormats::isVideo);
    }

    private static boolean isHighDynamicRange(PlacedLine line) {
        Optional<VideoRange> range = line.get(Variant.VIDEO_RANGE);
        return range.isPresent() && !range.get().equals(VideoRange.SDR);
    }
}

package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.text.Attribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a stable ID stands for the same variant or rendition in two snapshots of a Multivariant Playlist, though its URI
 * may be another (RFC 8216bis, 4.4.6.1 and 4.4.6.2).
 */
final class StableIdRules {
    private static final List<Attribute<?>> OF_VARIANT =
            List.of(Variant.CODECS, Variant.RESOLUTION, Variant.VIDEO_RANGE, Variant.FRAME_RATE);
    private static final List<Attribute<?>> OF_RENDITION =
            List.of(Rendition.TYPE, Rendition.LANGUAGE, Rendition.NAME, Rendition.CHANNELS);

    private StableIdRules() {}

    static void check(CheckedPlaylist older, CheckedPlaylist newer, Findings findings) {
        check(older, newer, HlsTag.STREAM_INF, Variant.STABLE_VARIANT_ID, OF_VARIANT, findings);
        check(older, newer, HlsTag.I_FRAME_STREAM_INF, Variant.STABLE_VARIANT_ID, OF_VARIANT, findings);
        check(older, newer, HlsTag.MEDIA, Rendition.STABLE_RENDITION_ID, OF_RENDITION, findings);
    }

    private static void check(
            CheckedPlaylist older,
            CheckedPlaylist newer,
            HlsTag tag,
            Attribute<String> id,
            List<Attribute<?>> traits,
            Findings findings) {
        Map<String, PlacedLine> known = new HashMap<>();
        older.all(tag).forEach(line -> line.get(id).ifPresent(stable -> known.putIfAbsent(stable, line)));
        for (PlacedLine line : newer.all(tag)) {
            PlacedLine was = line.get(id).map(known::get).orElse(null);
            if (was == null) {
                continue;
            }
            for (Attribute<?> trait : traits) {
                Optional<String> value = was.text(trait.name());
                if (!value.equals(line.text(trait.name()))) {
                    findings.report(
                            DiagnosticCode.STABLE_ID_CHANGED,
                            line,
                            id,
                            Diagnostic.echo(line.get(id).orElse("")) + " stood for another " + trait.name()
                                    + " before");
                    break;
                }
            }
        }
    }
}

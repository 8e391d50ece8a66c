package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.InitializationSection;
import dev.hemstitch.core.model.KeyMethod;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** EXT-X-MAP (4.4.4.5), and which segments need one (3.1.2). */
final class MapRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty()) {
            return;
        }
        playlist.all(HlsTag.MAP).forEach(line -> range(line, findings));
        if (playlist.has(HlsTag.KEY)) {
            keys(playlist, findings);
        }
        missing(playlist, findings);
    }

    private static void range(PlacedLine map, Findings findings) {
        map.text(InitializationSection.BYTERANGE.name())
                .flatMap(WrittenRange::read)
                .filter(range -> range.offset().isEmpty())
                .ifPresent(range -> findings.report(
                        DiagnosticCode.MAP_RANGE_WITHOUT_OFFSET,
                        map,
                        InitializationSection.BYTERANGE,
                        "BYTERANGE of EXT-X-MAP has a length but no offset"));
    }

    private static void keys(CheckedPlaylist playlist, Findings findings) {
        KeysInForce keys = new KeysInForce();
        Set<Integer> told = new HashSet<>();
        boolean hasMap = playlist.has(HlsTag.SKIP);
        for (PlacedLine line : playlist.lines()) {
            if (line.is(HlsTag.MAP)) {
                hasMap = true;
                encryptedMap(line, keys, findings);
            } else if (line.isUri() && !hasMap) {
                keys.first(KeyMethod.SAMPLE_AES_CTR)
                        .filter(key -> Container.of(line.uri()) == Container.OTHER && told.add(key.number()))
                        .ifPresent(key -> findings.report(
                                DiagnosticCode.SAMPLE_AES_CTR_CONTAINER,
                                line,
                                "METHOD=SAMPLE-AES-CTR of line " + key.number()
                                        + " is for fragmented MP4 only, which this does not look like: "
                                        + Diagnostic.echo(line.uri())));
            } else {
                keys.read(line);
            }
        }
    }

    private static void encryptedMap(PlacedLine map, KeysInForce keys, Findings findings) {
        Optional<PlacedLine> key = keys.firstWithIv().isPresent() ? Optional.empty() : keys.first(KeyMethod.AES_128);
        key.ifPresent(line -> findings.report(
                DiagnosticCode.MAP_NEEDS_IV,
                map,
                "the AES-128 key on line " + line.number() + ", which applies to this EXT-X-MAP, has no IV"));
    }

    /** In a playlist of I-frames the resource may begin with its initialization section (4.4.3.6). */
    private static void missing(CheckedPlaylist playlist, Findings findings) {
        if (playlist.has(HlsTag.I_FRAMES_ONLY) || playlist.has(HlsTag.SKIP)) {
            return;
        }
        int firstMap = playlist.first(HlsTag.MAP).map(PlacedLine::number).orElse(Integer.MAX_VALUE);
        for (PlacedSegment segment : playlist.segments()) {
            PlacedLine line = segment.uriLine();
            if (line.number() > firstMap) {
                return;
            }
            if (Container.of(line.uri()) == Container.FRAGMENTED_MP4
                    && segment.first(HlsTag.GAP).isEmpty()) {
                findings.report(
                        DiagnosticCode.MISSING_MAP,
                        line,
                        "no EXT-X-MAP applies to this segment, which looks like fragmented MP4: "
                                + Diagnostic.echo(line.uri()));
                return;
            }
        }
    }
}

package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PartialSegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** EXT-X-PART and what stands beside it (4.4.4.9); how long it is, is for {@link PartDurationRules}. */
final class PartRules implements PlaylistRule {
    private static final Set<HlsTag> BEFORE_PARTS =
            EnumSet.of(HlsTag.DISCONTINUITY, HlsTag.KEY, HlsTag.MAP, HlsTag.PROGRAM_DATE_TIME);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty() || !playlist.has(HlsTag.PART)) {
            return;
        }
        if (playlist.has(HlsTag.I_FRAMES_ONLY)) {
            findings.report(
                    DiagnosticCode.PARTS_OF_I_FRAMES,
                    playlist.all(HlsTag.PART).get(0),
                    "EXT-X-PART stands in a playlist with EXT-X-I-FRAMES-ONLY");
        }
        List<ParentSegment> parents = ParentSegment.of(playlist);
        for (int i = 0; i < parents.size(); i++) {
            ParentSegment parent = parents.get(i);
            behindParts(parent, findings);
            boolean mayLackParts = i == 0;
            parent.segment().ifPresent(segment -> gap(parent, segment, mayLackParts, findings));
        }
    }

    private static void behindParts(ParentSegment parent, Findings findings) {
        int firstPart = parent.parts().get(0).number();
        for (PlacedLine line : parent.lines()) {
            boolean late = line.number() > firstPart
                    && line.tag().filter(BEFORE_PARTS::contains).isPresent();
            if (late) {
                findings.report(
                        DiagnosticCode.TAG_BEHIND_PART,
                        line,
                        line.tag().orElseThrow().tagName()
                                + " stands behind the segment's first EXT-X-PART, which is on line " + firstPart);
            }
        }
    }

    /** The first parts of the first segment that has any may have been removed, and have been no gaps. */
    private static void gap(ParentSegment parent, PlacedSegment segment, boolean mayLackParts, Findings findings) {
        List<PlacedLine> available = parent.parts().stream()
                .filter(part -> !part.get(PartialSegment.GAP).orElse(false))
                .toList();
        boolean isGap = segment.segment().isGap();
        if (isGap && !available.isEmpty()) {
            findings.report(
                    DiagnosticCode.GAP_DISAGREES,
                    available.get(0),
                    "EXT-X-GAP says that the segment is not available, but this part has no GAP=YES");
        } else if (!isGap && available.isEmpty() && !mayLackParts) {
            findings.report(
                    DiagnosticCode.GAP_DISAGREES,
                    segment.uriLine(),
                    "all parts of the segment have GAP=YES, but it has no EXT-X-GAP");
        }
    }
}

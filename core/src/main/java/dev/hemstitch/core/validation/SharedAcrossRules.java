package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Start;
import dev.hemstitch.core.model.VariableDefinition;
import dev.hemstitch.core.text.Attribute;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Shared tags and variables of a Multivariant Playlist and its Media Playlists (4.4.2). */
final class SharedAcrossRules implements PresentationRule {
    @Override
    public void check(CheckedPresentation presentation) {
        CheckedPlaylist multivariant = presentation.multivariant();
        Set<String> defined = definedIn(multivariant);
        for (CheckedTrack track : presentation.mediaTracks()) {
            independent(multivariant, track);
            multivariant
                    .first(HlsTag.START)
                    .ifPresent(
                            start -> track.playlist().first(HlsTag.START).ifPresent(own -> start(start, own, track)));
            track.playlist().all(HlsTag.DEFINE).forEach(line -> imported(line, defined, track));
        }
    }

    /** By name, whether or not their values can be known. */
    private static Set<String> definedIn(CheckedPlaylist multivariant) {
        Set<String> defined = new HashSet<>();
        for (PlacedLine line : multivariant.all(HlsTag.DEFINE)) {
            for (Attribute<String> attribute : VariableRules.NAMES) {
                line.attributes().get(attribute).ifPresent(defined::add);
            }
        }
        return defined;
    }

    private static void independent(CheckedPlaylist multivariant, CheckedTrack track) {
        if (multivariant.has(HlsTag.INDEPENDENT_SEGMENTS)) {
            track.playlist()
                    .first(HlsTag.INDEPENDENT_SEGMENTS)
                    .ifPresent(line -> repeated(line, HlsTag.INDEPENDENT_SEGMENTS, track));
        }
    }

    private static void repeated(PlacedLine line, HlsTag tag, CheckedTrack track) {
        track.findings()
                .report(
                        DiagnosticCode.REPEATED_IN_MEDIA_PLAYLIST,
                        line,
                        tag.tagName() + " of the Multivariant Playlist already holds here");
    }

    /** Values that cannot be read are told by other rules. */
    private static void start(PlacedLine start, PlacedLine own, CheckedTrack track) {
        Optional<BigDecimal> offset = start.get(Start.TIME_OFFSET);
        Optional<BigDecimal> ownOffset = own.get(Start.TIME_OFFSET);
        if (offset.isEmpty() || ownOffset.isEmpty()) {
            return;
        }
        boolean same = offset.get().compareTo(ownOffset.get()) == 0
                && start.get(Start.PRECISE)
                        .orElse(false)
                        .equals(own.get(Start.PRECISE).orElse(false));
        if (same) {
            repeated(own, HlsTag.START, track);
        } else {
            track.findings()
                    .report(
                            DiagnosticCode.SHARED_TAG_DIFFERS,
                            own,
                            "EXT-X-START has other values than that of the Multivariant Playlist: "
                                    + Diagnostic.echo(own.value()) + " and " + Diagnostic.echo(start.value()));
        }
    }

    private static void imported(PlacedLine line, Set<String> defined, CheckedTrack track) {
        line.attributes().get(VariableDefinition.IMPORT).ifPresent(name -> {
            if (!name.isEmpty() && !defined.contains(name)) {
                track.findings()
                        .report(
                                DiagnosticCode.UNRESOLVED_IMPORT,
                                line,
                                VariableDefinition.IMPORT,
                                "the Multivariant Playlist defines no variable " + Diagnostic.echo(name));
            }
        });
    }
}

package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.MergedDateRange;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** That the Media Playlists of a presentation have the same date ranges (6.2.4). */
final class DateRangeAcrossRules implements PresentationRule {
    /** The date ranges of a track by ID, and where it may be expected to have those of others. */
    private record Ranges(CheckedTrack track, Map<String, MergedDateRange> byId, Optional<ContentTimeline> timeline) {
        static Ranges of(CheckedTrack track) {
            Map<String, MergedDateRange> byId = new LinkedHashMap<>();
            MergedDateRange.of(track.playlist()).forEach(range -> byId.put(range.id(), range));
            return new Ranges(
                    track,
                    byId,
                    ContentTimeline.of(List.of(track)).stream().findFirst().filter(ContentTimeline::isDated));
        }

        /**
         * Whether a snapshot of this track must have a range: of one that still grows, a range that starts well within
         * its content.
         */
        boolean mustHave(MergedDateRange range) {
            if (track.media().endList()) {
                return true;
            }
            Optional<Instant> start =
                    range.get(DateRange.START_DATE).map(date -> date.value().toInstant());
            return start.isPresent()
                    && timeline.filter(line -> line.isWellWithin(start.get())).isPresent();
        }
    }

    @Override
    public void check(CheckedPresentation presentation) {
        List<Ranges> all = presentation.mediaTracks().stream()
                .filter(track -> !track.playlist().has(HlsTag.SKIP))
                .map(Ranges::of)
                .toList();
        Optional<Ranges> fullest = all.stream()
                .filter(ranges -> !ranges.byId().isEmpty())
                .reduce((one, other) -> other.byId().size() > one.byId().size() ? other : one);
        fullest.ifPresent(reference -> {
            for (Ranges ranges : all) {
                if (!ranges.track().uri().equals(reference.track().uri())
                        && !ranges.byId().isEmpty()) {
                    compare(ranges, reference);
                }
            }
            checkCombinations(presentation, all, reference);
        });
    }

    private static void compare(Ranges judged, Ranges reference) {
        for (MergedDateRange wanted : reference.byId().values()) {
            if (!judged.byId().containsKey(wanted.id()) && judged.mustHave(wanted)) {
                String message = "the date range " + Diagnostic.echo(wanted.id()) + " of "
                        + Diagnostic.echo(reference.track().uri()) + " is missing";
                PlacedLine first =
                        judged.track().playlist().all(HlsTag.DATERANGE).get(0);
                judged.track().findings().report(DiagnosticCode.DATE_RANGES_DIFFER, first, message);
                break;
            }
        }
        for (MergedDateRange range : judged.byId().values()) {
            MergedDateRange other = reference.byId().get(range.id());
            if (other != null) {
                boolean haveEnded = judged.track().media().endList()
                        && reference.track().media().endList();
                compare(judged, range, reference, other, haveEnded);
            } else if (reference.mustHave(range)) {
                String message = "the date range " + Diagnostic.echo(range.id()) + " is missing in "
                        + Diagnostic.echo(reference.track().uri());
                judged.track().findings().report(DiagnosticCode.DATE_RANGES_DIFFER, range.first(), message);
            }
        }
    }

    /** Of playlists that still grow, one snapshot may have attributes that the other does not have yet. */
    private static void compare(
            Ranges judged, MergedDateRange range, Ranges reference, MergedDateRange other, boolean haveEnded) {
        String where = Diagnostic.echo(reference.track().uri());
        String what = "the date range " + Diagnostic.echo(range.id());
        range.given().forEach((name, given) -> {
            Optional<String> theirs = other.text(name);
            if (theirs.isEmpty() ? haveEnded : !SameValue.of(name, given.text(), theirs.get())) {
                String message = what + " has another " + name + " in " + where;
                judged.track()
                        .findings()
                        .report(DiagnosticCode.DATE_RANGES_DIFFER, given.line().location(name), message);
            }
        });
        for (String name : other.given().keySet()) {
            if (haveEnded && !range.has(name)) {
                String message = what + " lacks " + name + ", which it has in " + where;
                judged.track().findings().report(DiagnosticCode.DATE_RANGES_DIFFER, range.first(), message);
            }
        }
    }

    private static void checkCombinations(CheckedPresentation presentation, List<Ranges> all, Ranges reference) {
        Map<String, Ranges> byUri = new HashMap<>();
        all.forEach(ranges -> byUri.put(ranges.track().uri(), ranges));
        PlayableCombinations combinations = new PlayableCombinations(
                presentation.multivariant(), uri -> isWithout(Optional.ofNullable(byUri.get(uri)), reference));
        combinations
                .firstWithout()
                .ifPresent(variant -> presentation
                        .findings()
                        .report(
                                DiagnosticCode.DATE_RANGES_DIFFER,
                                variant,
                                "no Media Playlist of this variant need have the date ranges of "
                                        + Diagnostic.echo(reference.track().uri())));
    }

    /** Whether a playlist that could be had has no date range but must have one of those that another has. */
    private static boolean isWithout(Optional<Ranges> ranges, Ranges reference) {
        return ranges.filter(known -> known.byId().isEmpty()
                        && reference.byId().values().stream().anyMatch(known::mustHave))
                .isPresent();
    }
}

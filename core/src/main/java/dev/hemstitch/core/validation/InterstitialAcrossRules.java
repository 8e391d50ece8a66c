package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.MergedDateRange;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.uri.UriReferences;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Interstitials in the Media Playlists of a presentation (D.2). */
final class InterstitialAcrossRules implements PresentationRule {
    /** Where an interstitial's asset list is, by the first playlist that has it. */
    private record Target(String uri, CheckedTrack track) {}

    @Override
    public void check(CheckedPresentation presentation) {
        Map<String, Target> targets = new HashMap<>();
        Map<String, Integer> order = new HashMap<>();
        for (CheckedTrack track : presentation.mediaTracks()) {
            List<MergedDateRange> interstitials = MergedDateRange.of(track.playlist()).stream()
                    .filter(range -> range.isOfClass(InterstitialRules.CLASS))
                    .toList();
            String base = presentation.base(track);
            interstitials.forEach(range -> checkTarget(range, track, base, targets));
            checkOrder(interstitials, track, order);
            if (order.isEmpty()) {
                interstitials.forEach(range -> order.put(range.id(), order.size()));
            }
        }
    }

    private static void checkTarget(
            MergedDateRange range, CheckedTrack track, String base, Map<String, Target> targets) {
        String list = range.text(InterstitialRules.ASSET_LIST).orElse("");
        if (list.isEmpty() || list.contains("{$") || UriReferences.isAbsolute(list)) {
            return;
        }
        Target target = new Target(UriReferences.resolve(base, list), track);
        Target first = targets.putIfAbsent(range.id() + '\n' + list, target);
        if (first != null && !first.uri().equals(target.uri())) {
            String message =
                    "X-ASSET-LIST means " + Diagnostic.echo(target.uri()) + " here and " + Diagnostic.echo(first.uri())
                            + " in " + Diagnostic.echo(first.track().uri());
            range.line(InterstitialRules.ASSET_LIST)
                    .ifPresent(line -> track.findings()
                            .report(
                                    DiagnosticCode.ASSET_LIST_DIFFERS,
                                    line.location(InterstitialRules.ASSET_LIST),
                                    message));
        }
    }

    /** Compares with the first playlist that has interstitials; of each start only the first one out of order is told. */
    private static void checkOrder(
            List<MergedDateRange> interstitials, CheckedTrack track, Map<String, Integer> order) {
        Map<Instant, Integer> latest = new HashMap<>();
        Set<Instant> told = new HashSet<>();
        for (MergedDateRange range : interstitials) {
            Optional<Instant> start =
                    range.get(DateRange.START_DATE).map(date -> date.value().toInstant());
            Integer place = order.get(range.id());
            if (start.isEmpty() || place == null) {
                continue;
            }
            Integer before = latest.put(start.get(), place);
            if (before != null && before > place && told.add(start.get())) {
                String message = "the interstitial " + Diagnostic.echo(range.id())
                        + " stands before others of its start in another Media Playlist of the presentation";
                track.findings().report(DiagnosticCode.INTERSTITIAL_ORDER, range.first(), message);
            }
        }
    }
}

package dev.hemstitch.ads.simulator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What a viewer will see in each break, the same in all renditions: knowing where the break will end. */
final class ForeseenBreaks {
    /**
     * A break that is filled.
     *
     * @param from where it starts, as announced
     * @param to where it ends or another one starts
     * @param ads the ads
     * @param slates how often the slate follows
     * @param cut whether it ends before it was announced to end
     * @param chained whether ads of the next break follow, without content between
     */
    record Filled(long from, long to, List<String> ads, int slates, boolean cut, boolean chained) {
        Filled chain(boolean yes) {
            return new Filled(from, to, ads, slates, cut, yes);
        }
    }

    private final Channel channel;
    private final ViewerTruth truth;
    private final EnumSet<Flaw> flaws;
    private long adsEnd;
    private int lastBack = -1;
    private long drift;
    final List<Filled> filled = new ArrayList<>();
    /** When content is back behind each of them, decided once, by the first rendition. */
    final List<Long> backAt = new ArrayList<>();

    ForeseenBreaks(Channel channel, String viewer, long joinedFrom, EnumSet<Flaw> flaws) {
        this.channel = channel;
        this.truth = new ViewerTruth(channel.origin(), channel.ads(), channel.adServer(), viewer);
        this.flaws = flaws;
        List<OriginBreak> breaks = channel.origin().breaks();
        for (int i = 0; i < breaks.size(); i++) {
            OriginBreak each = breaks.get(i);
            long to = each.endNanos();
            if (each.plannedNanos() > 0) {
                to = Math.min(to, each.startNanos() + each.plannedNanos());
            }
            if (i + 1 < breaks.size()) {
                to = Math.min(to, breaks.get(i + 1).startNanos());
            }
            if (each.startNanos() > joinedFrom + 10 * Seconds.NANOS && to > each.startNanos() + 4 * Seconds.NANOS) {
                fill(each, to);
            }
        }
        follow();
    }

    /** Which breaks follow one another without content between, and when content is back. */
    private void follow() {
        Map<String, Long> ends = new HashMap<>();
        for (int i = 0; i < filled.size(); i++) {
            Filled each = filled.get(i);
            long returns = -1;
            boolean chains = false;
            for (ContentRendition rendition : channel.origin().options().renditions()) {
                String name = rendition.name();
                List<OriginSegment> segments = channel.origin().segments(name);
                RenditionTimeline timeline = channel.origin().series(name).timeline;
                int first = timeline.nearest(each.from());
                long start = ends.getOrDefault(name, segments.get(first).startNanos);
                long end = ForeseenOutput.ads(channel, name, each, start, new ArrayList<>(), flaws);
                int back = Math.min(segments.size() - 1, ForeseenOutput.back(segments, first, end));
                returns = returns < 0 ? segments.get(back).startNanos : returns;
                chains |= i + 1 < filled.size()
                        && back >= timeline.nearest(filled.get(i + 1).from());
                ends.put(name, end);
            }
            if (!chains) {
                ends.clear();
            }
            filled.set(i, each.chain(chains));
            backAt.add(returns);
        }
    }

    private void fill(OriginBreak each, long to) {
        OptionalLong planned = each.plannedNanos() < 0 ? OptionalLong.empty() : OptionalLong.of(each.plannedNanos());
        List<String> ads = new ArrayList<>();
        // Where the ads of the break before end, if they run into this one.
        String video = channel.origin().options().renditions().get(0).name();
        int cue = channel.origin().series(video).timeline.nearest(each.startNanos());
        long start = lastBack >= cue ? adsEnd : each.startNanos();
        long at = start;
        long announced = each.plannedNanos() < 0 ? Long.MAX_VALUE : each.startNanos() + each.plannedNanos();
        for (SimulatedAd ad : channel.adServer()
                .ask(truth.viewer, "break " + each.number(), planned)
                .orElse(List.of())) {
            boolean fits = at + ad.durationNanos() <= announced + 500_000_000L;
            // Cut in one rendition before its own discontinuity and in another behind it, it would be numbered
            // otherwise.
            boolean even = to >= announced - Seconds.NANOS || parts(ad) == 1;
            if (ad.usable() && even && fits && at < to - 3 * Seconds.NANOS) {
                ads.add(ad.id());
                at += ad.durationNanos();
            }
        }
        if (flaws.contains(Flaw.OTHER_ADS) && !ads.isEmpty()) {
            ads.replaceAll(ad -> other(ad));
        }
        if (flaws.contains(Flaw.TOO_LONG_ADS)) {
            ads.replaceAll(ad -> "toolong-20");
        }
        if (flaws.contains(Flaw.DRIFTS) && !ads.isEmpty()) {
            ads = new ArrayList<>(List.of(channel.ads().ads().get(4).id()));
        }
        boolean slate =
                !flaws.contains(Flaw.DRIFTS) && channel.adServer().slate().isPresent();
        while (!ads.isEmpty()) {
            int slates = 0;
            long end = start
                    + ads.stream()
                            .mapToLong(ad -> channel.ads().ad(ad).orElseThrow().durationNanos())
                            .sum();
            while (slate && end < to - 3 * Seconds.NANOS) {
                slates++;
                end += channel.ads().slate().durationNanos();
            }
            long from = each.startNanos() + (flaws.contains(Flaw.BREAKS_LATE) ? 30 * Seconds.NANOS : 0);
            boolean cut = to < announced - Seconds.NANOS;
            Filled candidate = new Filled(from, to, List.copyOf(ads), slates, cut, false);
            if (keepsTime(candidate) || !flaws.isEmpty()) {
                filled.add(candidate);
                return;
            }
            ads.remove(ads.size() - 1);
        }
    }

    private long parts(SimulatedAd ad) {
        String reference = channel.origin().options().renditions().get(0).name();
        return channel.ads().segments(ad.id(), reference).stream()
                .mapToInt(AdSegment::part)
                .distinct()
                .count();
    }

    private String other(String ad) {
        return channel.ads().ads().stream()
                .filter(each -> each.usable() && !each.id().equals(ad))
                .map(SimulatedAd::id)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the video has not drifted too far behind the break. */
    private boolean keepsTime(Filled candidate) {
        String video = channel.origin().options().renditions().get(0).name();
        List<OriginSegment> segments = channel.origin().segments(video);
        int first = channel.origin().series(video).timeline.nearest(candidate.from());
        long from = lastBack >= first ? adsEnd : segments.get(first).startNanos;
        long end = ForeseenOutput.ads(channel, video, candidate, from, new ArrayList<>(), flaws);
        int back = Math.min(segments.size() - 1, ForeseenOutput.back(segments, first, end));
        long next = drift + (truth.unplanned(end) ? 0 : segments.get(back).startNanos - end);
        long returns = segments.get(back).startNanos;
        boolean idle = returns - end > Seconds.NANOS
                && channel.origin().breaks().stream().anyMatch(each -> each.startNanos() == returns);
        boolean kept = !idle && !lonely(candidate, returns) && Math.abs(next) <= Tolerances.DRIFT - Seconds.NANOS;
        if (kept || !flaws.isEmpty()) {
            drift = next;
            adsEnd = end;
            lastBack = back;
        }
        return kept;
    }

    /** Whether so little content would be between two things that a rendition may have no segment there. */
    private boolean lonely(Filled candidate, long returns) {
        long little = channel.origin().longestNanos() + Tolerances.SKEW;
        return (candidate.to() > returns + Tolerances.EXACT && candidate.to() < returns + little)
                || channel.origin().breaks().stream()
                        .anyMatch(each ->
                                each.startNanos() > returns + Tolerances.EXACT && each.startNanos() < returns + little);
    }
}

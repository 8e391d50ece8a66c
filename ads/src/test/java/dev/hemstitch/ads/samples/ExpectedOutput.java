package dev.hemstitch.ads.samples;

import dev.hemstitch.ads.samples.ReferencePresentation.Rendition;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the output must play, worked out from the samples' own playlists and the breaks asked for alone. It relies on
 * what holds for the samples: ads have their renditions in the order of the content's, and nobody has discontinuities.
 */
final class ExpectedOutput {
    private final ReferencePresentation content;
    private final Function<String, ReferencePresentation> ads;
    private final List<Point> points = new ArrayList<>();

    /**
     * Where ads go.
     *
     * @param dateShift how far dates move behind the ads
     */
    private record Point(BigDecimal cut, BigDecimal resume, List<String> ads, BigDecimal dateShift) {}

    /**
     * A segment that must play.
     *
     * @param stretch which stretch of content or ad it belongs to, from 0
     * @param source the source's name
     * @param segment as its own playlist has it
     * @param date empty if the content has no dates
     */
    record Item(int stretch, String source, EffectiveSegment segment, Optional<Instant> date) {}

    ExpectedOutput(
            ReferencePresentation content,
            Function<String, ReferencePresentation> ads,
            List<AskedBreak> breaks,
            boolean replace) {
        this.content = content;
        this.ads = ads;
        List<BigDecimal> boundaries = boundaries(content.renditions().get(0));
        BigDecimal end = boundaries.get(boundaries.size() - 1);
        BigDecimal shift = BigDecimal.ZERO;
        List<AskedBreak> sorted = breaks.stream()
                .sorted(Comparator.comparing(asked -> asked.seconds().orElse(end)))
                .toList();
        BigDecimal adsEnd = BigDecimal.ZERO;
        for (int i = 0; i < sorted.size(); i++) {
            AskedBreak asked = sorted.get(i);
            BigDecimal cut = cut(asked, boundaries);
            BigDecimal length = asked.ads().stream().map(this::adDuration).reduce(BigDecimal.ZERO, BigDecimal::add);
            adsEnd = cut.max(adsEnd).add(length);
            Optional<BigDecimal> next =
                    i + 1 < sorted.size() ? Optional.of(cut(sorted.get(i + 1), boundaries)) : Optional.empty();
            BigDecimal resume = replace ? resume(boundaries, adsEnd, next) : cut;
            shift = replace ? shift : shift.add(length);
            points.add(new Point(cut, resume, asked.ads(), shift));
        }
    }

    private static BigDecimal cut(AskedBreak asked, List<BigDecimal> boundaries) {
        return boundaries.get(nearest(boundaries, asked.seconds().orElse(boundaries.get(boundaries.size() - 1))));
    }

    /** Nearest to the end of the ads, but where content with dates would go back by a second: a date is not two places. */
    private BigDecimal resume(List<BigDecimal> boundaries, BigDecimal adsEnd, Optional<BigDecimal> next) {
        int nearest = nearest(boundaries, adsEnd);
        BigDecimal found = boundaries.get(nearest);
        boolean isDated = content.renditions()
                .get(0)
                .segments()
                .get(0)
                .derivedProgramDateTime()
                .isPresent();
        boolean goesBack = adsEnd.subtract(found).compareTo(BigDecimal.ONE) >= 0 && nearest < boundaries.size() - 1;
        boolean contentFollows = next.filter(found::equals).isEmpty();
        return isDated && goesBack && contentFollows ? boundaries.get(nearest + 1) : found;
    }

    private BigDecimal adDuration(String ad) {
        return ads.apply(ad).renditions().get(0).playlist().duration();
    }

    /** The names of the ads that play, each once. */
    Set<String> adNames() {
        Set<String> names = new TreeSet<>();
        points.forEach(point -> names.addAll(point.ads));
        return names;
    }

    /** What the rendition with this index must play. */
    List<Item> items(int rendition) {
        Rendition own = content.renditions().get(rendition);
        List<BigDecimal> boundaries = boundaries(own);
        List<Item> items = new ArrayList<>();
        BigDecimal shift = BigDecimal.ZERO;
        BigDecimal adsEnd = BigDecimal.ZERO;
        int at = 0;
        int stretch = 0;
        for (Point point : points) {
            int cut = boundary(boundaries, point.cut);
            content(own.segments().subList(at, cut), stretch++, shift, items);
            BigDecimal adStart = point.cut.add(shift);
            adStart = cut == at ? adStart.max(adsEnd) : adStart;
            for (String ad : point.ads) {
                ad(ad, ads.apply(ad).renditions().get(rendition), stretch++, adStart, items);
                adStart = adStart.add(adDuration(ad));
            }
            adsEnd = adStart;
            shift = point.dateShift;
            at = boundary(boundaries, point.resume);
        }
        content(own.segments().subList(at, own.segments().size()), stretch, shift, items);
        return items;
    }

    /** The same, each stretch by itself. */
    List<List<Item>> stretches(int rendition) {
        TreeMap<Integer, List<Item>> stretches = new TreeMap<>();
        for (Item item : items(rendition)) {
            stretches
                    .computeIfAbsent(item.stretch(), number -> new ArrayList<>())
                    .add(item);
        }
        return List.copyOf(stretches.values());
    }

    private static void content(List<EffectiveSegment> segments, int stretch, BigDecimal shift, List<Item> items) {
        for (EffectiveSegment segment : segments) {
            Optional<Instant> date = segment.derivedProgramDateTime().map(own -> own.plus(duration(shift)));
            items.add(new Item(stretch, "content", segment, date));
        }
    }

    private void ad(String name, Rendition ad, int stretch, BigDecimal start, List<Item> items) {
        Optional<Instant> contentStart =
                content.renditions().get(0).segments().get(0).derivedProgramDateTime();
        BigDecimal elapsed = start;
        for (EffectiveSegment segment : ad.segments()) {
            Duration offset = duration(elapsed);
            items.add(new Item(stretch, name, segment, contentStart.map(date -> date.plus(offset))));
            elapsed = elapsed.add(segment.duration());
        }
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
    }

    /** The rendition's own boundary for a time of the first rendition; ends go with ends. */
    private int boundary(List<BigDecimal> own, BigDecimal seconds) {
        List<BigDecimal> first = boundaries(content.renditions().get(0));
        boolean atEnd = seconds.compareTo(first.get(first.size() - 1)) == 0;
        return atEnd ? own.size() - 1 : nearest(own, seconds);
    }

    private static int nearest(List<BigDecimal> boundaries, BigDecimal seconds) {
        int best = 0;
        for (int i = 1; i < boundaries.size(); i++) {
            BigDecimal distance = boundaries.get(i).subtract(seconds).abs();
            if (distance.compareTo(boundaries.get(best).subtract(seconds).abs()) < 0) {
                best = i;
            }
        }
        return best;
    }

    private static List<BigDecimal> boundaries(Rendition rendition) {
        List<BigDecimal> boundaries = new ArrayList<>(List.of(BigDecimal.ZERO));
        BigDecimal at = BigDecimal.ZERO;
        for (EffectiveSegment segment : rendition.segments()) {
            at = at.add(segment.duration());
            boundaries.add(at);
        }
        return boundaries;
    }
}

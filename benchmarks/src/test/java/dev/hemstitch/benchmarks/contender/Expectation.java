package dev.hemstitch.benchmarks.contender;

import dev.hemstitch.benchmarks.workload.Ads;
import dev.hemstitch.benchmarks.workload.PlaylistFacts;
import dev.hemstitch.benchmarks.workload.SegmentFacts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What must come out, told by what the workloads are meant to be. */
final class Expectation {
    private final PlaylistFacts content;
    private final UnaryOperator<String> move;
    private final List<EffectiveSegment> segments = new ArrayList<>();
    private final List<String> dateRanges = new ArrayList<>();
    private Duration shift = Duration.ZERO;
    private boolean isBehindAd;

    private Expectation(PlaylistFacts content, UnaryOperator<String> move) {
        this.content = content;
        this.move = move;
    }

    /** The content as it is. */
    static ReadBack unchanged(PlaylistFacts content) {
        return moved(content, UnaryOperator.identity());
    }

    /** The content with other URIs: of segments and, among their attributes, of keys. */
    static ReadBack moved(PlaylistFacts content, UnaryOperator<String> move) {
        Expectation expectation = new Expectation(content, move);
        expectation.content(0, content.count());
        return expectation.result();
    }

    /** The content with the ads between its quarters. */
    static ReadBack spliced(PlaylistFacts content, List<PlaylistFacts> ads) {
        Expectation expectation = new Expectation(content, UnaryOperator.identity());
        List<Integer> positions = Ads.positions(content.count());
        int at = 0;
        for (int i = 0; i < ads.size(); i++) {
            expectation.content(at, positions.get(i));
            expectation.ad(ads.get(i));
            at = positions.get(i);
        }
        expectation.content(at, content.count());
        return expectation.result();
    }

    private ReadBack result() {
        List<String> header = Stream.concat(
                        Stream.of("#EXTM3U", "#EXT-X-MEDIA-SEQUENCE:" + content.mediaSequence()),
                        content.header().stream())
                .sorted()
                .toList();
        return new ReadBack(header, segments, dateRanges, List.of(), content.isComplete());
    }

    private void content(int from, int to) {
        for (int i = from; i < to; i++) {
            SegmentFacts facts = content.segment().apply(i);
            Optional<Instant> date = facts.date().map(start -> start.plus(shift));
            String keys =
                    facts.key().isEmpty() ? "" : Attributes.key(move.apply(facts.key()), content.mediaSequence() + i);
            if (!facts.dateRange().isEmpty()) {
                Instant start = Instant.parse(
                        Attributes.find(facts.dateRange(), "START-DATE").orElseThrow());
                dateRanges.add(ReadBack.dateRange(facts.dateRange(), start.plus(shift)));
            }
            segments.add(effective(facts, move.apply(facts.uri()), isBehindAd, keys, date));
            isBehindAd = false;
        }
    }

    private void ad(PlaylistFacts ad) {
        Optional<Instant> origin = content.segment().apply(0).date();
        for (int i = 0; i < ad.count(); i++) {
            SegmentFacts facts = ad.segment().apply(i);
            long played = segments.stream().mapToLong(EffectiveSegment::millis).sum();
            Optional<Instant> date = origin.map(start -> start.plusMillis(played));
            segments.add(effective(facts, facts.uri(), i == 0 && !segments.isEmpty(), "", date));
            shift = shift.plusMillis(segments.get(segments.size() - 1).millis());
        }
        isBehindAd = true;
    }

    private static EffectiveSegment effective(
            SegmentFacts facts, String uri, boolean isDiscontinuity, String keys, Optional<Instant> date) {
        return new EffectiveSegment(
                uri,
                new BigDecimal(facts.duration()).stripTrailingZeros(),
                facts.duration(),
                facts.title(),
                isDiscontinuity,
                keys,
                facts.map(),
                facts.byteRange(),
                date);
    }
}

package dev.hemstitch.ads.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hemstitch.ads.simulator.ChannelOptions.Encryption;
import dev.hemstitch.ads.simulator.ChannelOptions.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of serving something wrong is found, under its own rule; what is right passes. */
// Size: each rule of the player model, broken once.
class PlayerModelTest {
    /** Channels that each show what others cannot. */
    enum Kind {
        CLEAR(11),
        ENCRYPTED(12),
        FRAGMENTED(13),
        LOW_LATENCY(14);

        private final long seed;

        Kind(long seed) {
            this.seed = seed;
        }

        ChannelOptions options(Duration length) {
            ChannelOptions.Builder builder = ChannelOptions.builder(seed, length)
                    .breakEvery(Duration.ofSeconds(100))
                    .windowSegments(8)
                    .keyRotation(Duration.ofSeconds(70))
                    .dateRanges(true)
                    .discontinuityEvery(Duration.ofSeconds(240));
            return switch (this) {
                case CLEAR -> builder.byteRanges(true).build();
                case ENCRYPTED ->
                    builder.encryption(Encryption.AES_128_IMPLICIT_IV).build();
                case FRAGMENTED ->
                    builder.media(Media.FMP4)
                            .encryption(Encryption.AES_128_EXPLICIT_IV)
                            .build();
                case LOW_LATENCY -> builder.lowLatency(true).build();
            };
        }
    }

    /** Changes a playlist on its way. */
    interface Change {
        String of(String text, int refresh);
    }

    @ParameterizedTest
    @EnumSource
    void foreseenOutputBreaksNoRule(Kind kind) {
        assertThat(soak(kind, ForeseeingService::new).violations()).isEmpty();
    }

    @Test
    void foreseenOutputOfRandomChannelsBreaksNoRule() {
        Soak soak = new Soak(5).viewers(120).viewersPerChannel(4).duration(Duration.ofMinutes(20));
        assertThat(soak.run(ForeseeingService::new).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void flawIsFound(Flaw flaw, Rule rule) {
        assertThat(rules(Kind.CLEAR, channel -> new ForeseeingService(channel, Set.of(flaw))))
                .contains(rule);
    }

    static Stream<Arguments> flawIsFound() {
        return Stream.of(
                arguments(Flaw.CUTS_ADS, Rule.CUT_AD),
                arguments(Flaw.STARTS_ADS_LATE, Rule.WHOLE_AD_START),
                arguments(Flaw.RETURNS_LATE, Rule.TIME_KEPT),
                arguments(Flaw.RETURNS_EARLY, Rule.TIME_KEPT),
                arguments(Flaw.RETURNS_EARLY, Rule.DATE),
                arguments(Flaw.BREAKS_LATE, Rule.BREAK_START),
                arguments(Flaw.RUNS_AHEAD, Rule.PACE),
                arguments(Flaw.FALLS_BEHIND, Rule.PACE),
                arguments(Flaw.OTHER_ADS, Rule.DECISION),
                arguments(Flaw.TOO_LONG_ADS, Rule.EXTINF_FITS),
                arguments(Flaw.DRIFTS, Rule.TIME_KEPT),
                arguments(Flaw.SHORT_WINDOW, Rule.WINDOW),
                arguments(Flaw.ONE_RENDITION, Rule.SAME_NUMBERS));
    }

    @ParameterizedTest(name = "{0} breaks {2}")
    @MethodSource
    void changeIsFound(String name, Kind kind, Rule rule, Change change) {
        assertThat(rules(kind, channel -> changing(new ForeseeingService(channel), change)))
                .contains(rule);
    }

    static Stream<Arguments> changeIsFound() {
        return Stream.of(
                change(
                        "another duration for a published segment",
                        Kind.CLEAR,
                        Rule.PUBLISHED_UNCHANGED,
                        (text, n) -> n % 2 == 0 ? text.replace("#EXTINF:6.006,", "#EXTINF:6.005,") : text),
                change(
                        "a rewritten duration",
                        Kind.CLEAR,
                        Rule.EXTINF_TEXT,
                        (text, n) -> text.replace("#EXTINF:6.006,", "#EXTINF:6.0060,")),
                change(
                        "no discontinuity sequence",
                        Kind.CLEAR,
                        Rule.DISCONTINUITY_SEQUENCE,
                        (text, n) -> without(text, "#EXT-X-DISCONTINUITY-SEQUENCE")),
                change(
                        "a discontinuity sequence that stays",
                        Kind.CLEAR,
                        Rule.DISCONTINUITY_SEQUENCE,
                        (text, n) -> text.replaceFirst("(DISCONTINUITY-SEQUENCE):.*", "$1:3")),
                change(
                        "no discontinuity on return",
                        Kind.CLEAR,
                        Rule.DISCONTINUITY_TAG,
                        (text, n) -> text.replaceAll("#EXT-X-DISCONTINUITY\n((#.*\n)*https://origin)", "$1")),
                change(
                        "two discontinuities",
                        Kind.CLEAR,
                        Rule.SINGLE_DISCONTINUITY,
                        (text, n) ->
                                text.replace("#EXT-X-DISCONTINUITY\n", "#EXT-X-DISCONTINUITY\n#EXT-X-DISCONTINUITY\n")),
                change(
                        "a discontinuity too many",
                        Kind.CLEAR,
                        Rule.DISCONTINUITY_TAG,
                        (text, n) -> text.replaceAll(
                                "(https://ads.*\n)(#EXT-X-PROG.*\n#EXTINF.*\nhttps://ads)",
                                "$1#EXT-X-DISCONTINUITY\n$2")),
                change(
                        "a wrong IV",
                        Kind.ENCRYPTED,
                        Rule.KEYS_OF_CONTENT,
                        (text, n) -> text.replaceAll("(k[0-9]+\",IV=0x0000)0", "$11")),
                change(
                        "implicit IVs",
                        Kind.ENCRYPTED,
                        Rule.KEYS_OF_CONTENT,
                        (text, n) -> text.replaceAll(",IV=0x[0-9A-F]*", "")),
                change(
                        "a key that is left on ads",
                        Kind.ENCRYPTED,
                        Rule.KEYS_OF_AD,
                        (text, n) -> without(text, "#EXT-X-KEY:METHOD=NONE")),
                change(
                        "a lost map",
                        Kind.FRAGMENTED,
                        Rule.MAP,
                        (text, n) ->
                                text.replaceAll("#EXT-X-MAP:URI=\"https://origin.*\n((#.*\n)*https://origin)", "$1")),
                change(
                        "a map before its key",
                        Kind.FRAGMENTED,
                        Rule.KEYS_OF_MAP,
                        (text, n) -> text.replaceAll("((?:#EXT-X-KEY.*\n)+)(#EXT-X-MAP.*\n)", "$2$1")),
                change(
                        "a media sequence that falls",
                        Kind.CLEAR,
                        Rule.MEDIA_SEQUENCE,
                        (text, n) -> n % 9 == 8 ? text.replaceFirst("MEDIA-SEQUENCE:.*", "MEDIA-SEQUENCE:1") : text),
                change(
                        "the end of an ad's list",
                        Kind.CLEAR,
                        Rule.END_LIST,
                        (text, n) -> text.contains("//ads") ? text + "#EXT-X-ENDLIST\n" : text),
                change(
                        "an ad's own date",
                        Kind.CLEAR,
                        Rule.DATES_OF_AD,
                        (text, n) -> text.replaceAll("TIME:2026(.*\n(#.*\n)*https://ads)", "TIME:1970$1")),
                change(
                        "a shifted date of content",
                        Kind.CLEAR,
                        Rule.DATE,
                        (text, n) -> text.replaceAll("(TIME:.*)Z(\n(#.*\n)*https://origin)", "$1+00:01$2")),
                change(
                        "no date at a discontinuity",
                        Kind.CLEAR,
                        Rule.DATE_PRESENT,
                        (text, n) -> text.replaceAll("(#EXT-X-DISCONTINUITY\n)#EXT-X-PROGRAM.*\n", "$1")),
                change(
                        "date ranges without a date",
                        Kind.CLEAR,
                        Rule.DATE_RANGE_NEEDS_DATE,
                        (text, n) -> without(text, "#EXT-X-PROGRAM-DATE-TIME")),
                change(
                        "lost date ranges",
                        Kind.CLEAR,
                        Rule.DATE_RANGE_SET,
                        (text, n) -> without(text, "#EXT-X-DATERANGE")),
                change(
                        "date ranges that come and go",
                        Kind.CLEAR,
                        Rule.DATE_RANGE_KEPT,
                        (text, n) -> n % 2 == 0 ? without(text, "#EXT-X-DATERANGE") : text),
                change(
                        "date ranges that change",
                        Kind.CLEAR,
                        Rule.DATE_RANGE_STABLE,
                        (text, n) -> text.replace("X-NUMBER=\"", "X-NUMBER=\"" + n)),
                change(
                        "another target duration",
                        Kind.CLEAR,
                        Rule.TARGET_DURATION,
                        (text, n) -> text.contains("//ads") ? text.replace("DURATION:6\n", "DURATION:7\n") : text),
                change(
                        "a playlist type",
                        Kind.CLEAR,
                        Rule.PLAYLIST_TYPE,
                        (text, n) -> text.replace("#EXT-X-VERSION", "#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-VERSION")),
                change(
                        "an ad's start",
                        Kind.CLEAR,
                        Rule.HEADER_OF_AD,
                        (text, n) -> text.replace("#EXT-X-VERSION", "#EXT-X-START:TIME-OFFSET=1\n#EXT-X-VERSION")),
                change(
                        "too low a version",
                        Kind.CLEAR,
                        Rule.VERSION,
                        (text, n) -> text.replace("VERSION:6", "VERSION:3")),
                change(
                        "a version that falls",
                        Kind.CLEAR,
                        Rule.VERSION,
                        (text, n) -> n % 2 == 0 ? text : text.replace("VERSION:6", "VERSION:5")),
                change(
                        "gaps for ads",
                        Kind.CLEAR,
                        Rule.GAP,
                        (text, n) -> text.replaceAll("(#EXTINF.*\n(#.*\n)*https://ads)", "#EXT-X-GAP\n$1")),
                change(
                        "a wrong offset",
                        Kind.CLEAR,
                        Rule.BYTE_RANGE,
                        (text, n) -> text.replaceAll("(BYTERANGE:.*@)0\n", "$11\n")),
                change(
                        "a URI that leads nowhere",
                        Kind.CLEAR,
                        Rule.TEXT,
                        (text, n) -> text.replace("//ads.example/", "//nowhere.example/")),
                change("a byte order mark", Kind.CLEAR, Rule.TEXT, (text, n) -> "\uFEFF" + text));
    }

    private static Arguments change(String name, Kind kind, Rule rule, Change change) {
        return arguments(name, kind, rule, change);
    }

    @Test
    void stalledOutputIsFound() {
        assertThat(rules(Kind.CLEAR, channel -> {
                    ForeseeingService service = new ForeseeingService(channel);
                    return (viewer, rendition, snapshot, now) -> now.getEpochSecond() / 40 % 2 == 0
                            ? service.refresh(viewer, rendition, snapshot, now)
                            : Optional.empty();
                }))
                .contains(Rule.PACE);
    }

    @Test
    void staleSnapshotPassedThroughIsFound() {
        Soak soak = new Soak(9).viewers(3).duration(Duration.ofMinutes(10));
        SoakReport report = soak.channels(seed -> ChannelOptions.builder(seed, soak.length())
                        .edgeAges(List.of(Duration.ZERO, Duration.ofSeconds(20)))
                        .build())
                .run(channel -> new PassThrough());
        assertThat(report.violations()).extracting(Violation::rule).contains(Rule.MEDIA_SEQUENCE);
    }

    @Test
    void restartPassedThroughIsFound() {
        Soak soak = new Soak(9).viewers(3).duration(Duration.ofMinutes(30));
        SoakReport report = soak.channels(seed ->
                        ChannelOptions.builder(seed, soak.length()).restarts(2).build())
                .run(channel -> new PassThrough());
        assertThat(report.violations()).extracting(Violation::rule).contains(Rule.MEDIA_SEQUENCE);
    }

    @Test
    void hintsOfReplacedContentAreFound() {
        assertThat(rules(Kind.LOW_LATENCY, channel -> {
                    ForeseeingService service = new ForeseeingService(channel);
                    return (viewer, rendition, snapshot, now) ->
                            service.refresh(viewer, rendition, snapshot, now).map(text -> withEdge(text, snapshot));
                }))
                .contains(Rule.LOW_LATENCY);
    }

    private static byte[] withEdge(byte[] text, byte[] snapshot) {
        String edge = new String(snapshot, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("#EXT-X-PRELOAD-HINT"))
                .findFirst()
                .map(line -> line + "\n")
                .orElse("");
        return (new String(text, StandardCharsets.UTF_8) + edge).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void reportsInNumbersOfTheOriginAreFound() {
        Change change = (text, n) -> text + "#EXT-X-RENDITION-REPORT:URI=\"../audio/live.m3u8\",LAST-MSN=9999999\n";
        assertThat(rules(Kind.CLEAR, channel -> changing(new ForeseeingService(channel), change)))
                .contains(Rule.LOW_LATENCY);
    }

    @Test
    void everyRuleHasItsTest() {
        Set<Rule> tested = Stream.of(
                        flawIsFound().map(arguments -> (Rule) arguments.get()[1]),
                        changeIsFound().map(arguments -> (Rule) arguments.get()[2]),
                        Stream.of(Rule.LOW_LATENCY))
                .flatMap(Function.identity())
                .collect(java.util.stream.Collectors.toSet());
        assertThat(tested).containsExactlyInAnyOrder(Rule.values());
    }

    private static String without(String text, String tag) {
        return text.replaceAll(tag + "[^\n]*\n", "");
    }

    private static StitchedService changing(ForeseeingService service, Change change) {
        Map<String, Integer> refreshes = new HashMap<>();
        return new StitchedService() {
            @Override
            public Optional<byte[]> refresh(String viewer, String rendition, byte[] snapshot, Instant now) {
                int refresh = refreshes.merge(viewer + rendition, 1, Integer::sum);
                return service.refresh(viewer, rendition, snapshot, now)
                        .map(text -> change.of(new String(text, StandardCharsets.UTF_8), refresh)
                                .getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static List<Rule> rules(Kind kind, Function<Channel, StitchedService> services) {
        return soak(kind, services).violations().stream().map(Violation::rule).toList();
    }

    private static SoakReport soak(Kind kind, Function<Channel, ? extends StitchedService> services) {
        Soak soak = new Soak(3).viewers(3).steadyAds().duration(Duration.ofMinutes(12));
        return soak.channels(seed -> kind.options(soak.length())).run(services);
    }
}

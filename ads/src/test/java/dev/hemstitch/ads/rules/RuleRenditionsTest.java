package dev.hemstitch.ads.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.TrackCut;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 4, 7, 9, 12, 38 to 40, 45 and 46: what all renditions must have in common. */
class RuleRenditionsTest {
    private static Stitched full(StitchOptions.Builder options, Map<String, String> ad, String... positions) {
        Stitching stitching =
                Multivariants.fullContent("6", "6", "6", "6").options(options).withAd("ad", ad);
        for (String position : positions) {
            stitching.at(position, List.of(stitching.ad("ad"), stitching.ad("ad")));
        }
        return stitching.stitch();
    }

    private static StitchOptions.Builder options() {
        return StitchOptions.DEFAULT.toBuilder();
    }

    @ParameterizedTest
    @EnumSource(SpliceMode.class)
    void rule_4_all_renditions_have_the_same_assets_with_the_same_discontinuity_sequence(SpliceMode mode) {
        Stitched stitched = full(options().mode(mode), Multivariants.full("a", "4", "4"), "start", "13", "end");

        assertThat(stitched.result().tracks()).hasSize(4);
        for (int track = 1; track < 4; track++) {
            assertThat(stitched.assets(track)).isEqualTo(stitched.assets(0));
        }
        assertThat(stitched.assets(0)).hasSize(mode == SpliceMode.INSERT ? 8 : 5);
    }

    @Test
    void rule_4_breaks_that_fall_between_the_same_boundaries_of_a_rendition_are_not_stuck_together_in_it() {
        Stitching stitching =
                Multivariants.demuxed(Playlists.ts("v", "2", "2", "2", "2", "2", "2"), Playlists.ts("a", "6", "6"));
        stitching.withAd(
                "ad",
                Map.of(
                        "main.m3u8",
                        Multivariants.DEMUXED,
                        "video.m3u8",
                        Playlists.ts("x", "2"),
                        "audio.m3u8",
                        Playlists.ts("y", "2")));
        Stitched stitched = stitching
                .at("4", List.of(stitching.ad("ad")))
                .at("6", List.of(stitching.ad("ad")))
                .at("end", List.of(stitching.ad("ad")))
                .stitch();

        assertThat(stitched.assets(1)).isEqualTo(stitched.assets(0));
        assertThat(stitched.refusedBreaks()).containsExactly(SkipReason.NO_COMMON_BOUNDARY);
    }

    @Test
    void rule_4_replaced_stretches_do_not_overlap_in_a_rendition_with_longer_segments() {
        Stitching stitching =
                Multivariants.demuxed(Playlists.ts("v", Playlists.times(12, "2")), Playlists.ts("a", "8", "8", "8"));
        stitching.withAd(
                "ad",
                Map.of(
                        "main.m3u8",
                        Multivariants.DEMUXED,
                        "video.m3u8",
                        Playlists.ts("x", "4"),
                        "audio.m3u8",
                        Playlists.ts("y", "4")));
        Stitched stitched = stitching
                .options(options().mode(SpliceMode.REPLACE))
                .at("6", List.of(stitching.ad("ad")))
                .at("10", List.of(stitching.ad("ad")))
                .at("14", List.of(stitching.ad("ad")))
                .at("18", List.of(stitching.ad("ad")))
                .stitch();

        assertThat(stitched.assets(1)).isEqualTo(stitched.assets(0));
        assertThat(stitched.names(1)).filteredOn(name -> name.startsWith("a")).doesNotHaveDuplicates();
    }

    @Test
    void rule_7_each_rendition_numbers_its_own_segments() {
        Stitching stitching = Multivariants.demuxed(
                Playlists.ts("v", "6", "6"),
                Playlists.ts("a", "2", "2", "2", "2", "2", "2")
                        .replace("#EXTINF:2,\na0", "#EXT-X-MEDIA-SEQUENCE:50\n#EXTINF:2,\na0"));
        stitching.withAd(
                "ad",
                Map.of(
                        "main.m3u8",
                        Multivariants.DEMUXED,
                        "video.m3u8",
                        Playlists.ts("x", "6"),
                        "audio.m3u8",
                        Playlists.ts("y", "2", "2", "2")));
        Stitched stitched = stitching.at("6", List.of(stitching.ad("ad"))).stitch();

        assertThat(stitched.names(1))
                .containsExactly("a0.ts", "a1.ts", "a2.ts", "y0.ts", "y1.ts", "y2.ts", "a3.ts", "a4.ts", "a5.ts");
        assertThat(stitched.segments(0).get(2).mediaSequence()).isEqualTo(2);
        assertThat(stitched.segments(1).get(6).mediaSequence()).isEqualTo(56);
    }

    @Test
    void rule_9_all_lists_have_one_target_duration_but_for_subtitles_and_I_frames_of_type_VOD() {
        Map<String, String> ad = new TreeMap<>(Multivariants.full("a", "9.6"));
        ad.put("subs.m3u8", Playlists.vtt("as", "9.6"));
        Stitched vod = full(options(), ad, "6");
        assertThat(targets(vod)).containsOnly(BigInteger.TEN);

        Stitching untyped = Stitching.of(Multivariants.FULL, without(Multivariants.full("c", "6", "6")));
        untyped.withAd("ad", ad).at("6", List.of(untyped.ad("ad")));
        assertThat(targets(untyped.stitch())).containsOnly(BigInteger.TEN);

        Map<String, String> longAudio = new TreeMap<>(Multivariants.full("a", "9.6", "2.4"));
        longAudio.put("audio.m3u8", Playlists.fmp4("aa", "12"));
        assertThat(targets(full(options(), longAudio, "6")).subList(0, 2)).containsOnly(BigInteger.valueOf(12));
    }

    private static Map<String, String> without(Map<String, String> files) {
        files.replaceAll((name, text) -> text.replace("#EXT-X-PLAYLIST-TYPE:VOD\n", ""));
        return files;
    }

    private static List<BigInteger> targets(Stitched stitched) {
        return java.util.stream.IntStream.range(0, stitched.result().tracks().size())
                .mapToObj(i -> stitched.playlist(i).header().targetDuration().orElseThrow())
                .toList();
    }

    @Test
    void rule_12_the_type_is_the_same_on_every_list() {
        Stitched stitched = full(options(), without(Multivariants.full("a", "6")), "6");

        for (int track = 0; track < 4; track++) {
            assertThat(stitched.playlist(track).header().playlistType()).contains("VOD");
        }
    }

    @Test
    void rule_38_each_rendition_is_cut_at_its_boundary_nearest_to_the_time_and_the_skew_is_told() {
        Stitching stitching = Multivariants.demuxed(
                Playlists.ts("v", "300", "7.36", "6"), Playlists.ts("a", "300", "6.061", "6.016", "6.016"));
        stitching.withAd(
                "ad",
                Map.of(
                        "main.m3u8",
                        Multivariants.DEMUXED,
                        "video.m3u8",
                        Playlists.ts("x", "6"),
                        "audio.m3u8",
                        Playlists.ts("y", "6")));
        stitching.at("307.36", List.of(stitching.ad("ad")));
        TrackCut audio = stitching.stitch().plan().points().get(0).cuts().get(1);

        assertThat(audio).isEqualTo(new TrackCut(2, 2, 306_061_000_000L, -1_299_000_000L));
        Stitched limited = stitching
                .options(options().maximumSkew(java.time.Duration.ofMillis(1_298)))
                .stitch();
        assertThat(limited.refusedBreaks()).containsExactly(SkipReason.SKEW_TOO_GREAT);
        assertThat(stitching
                        .options(options().maximumSkew(java.time.Duration.ofMillis(1_299)))
                        .stitch()
                        .refusedBreaks())
                .isEmpty();
    }

    @Test
    void rule_39_an_ad_without_subtitles_is_refused_unless_there_is_filler_of_its_duration() {
        Map<String, String> ad = Multivariants.full("a", "4", "4");
        ad.put(
                "main.m3u8",
                Multivariants.FULL
                        .lines()
                        .filter(line -> !line.contains("SUBTITLES,"))
                        .map(line -> line.replace(",SUBTITLES=\"subs\"", ""))
                        .collect(java.util.stream.Collectors.joining("\n", "", "\n")));
        assertThat(full(options(), ad, "6").refusedAds()).contains(SkipReason.NO_MATCHING_RENDITION);

        // Rule 40: what is in the filler is the embedder's; the header that its WebVTT needs is named in its contract.
        MediaPlaylist empty =
                (MediaPlaylist) PlaylistParser.lenient().parse(Playlists.bytes(Playlists.vtt("empty", "8")));
        Track track =
                Presentation.ofMedia(empty, "https://fill.example/subs.m3u8").reference();
        Stitched filled = full(options().filler((wanted, reference) -> Optional.of(track)), ad, "6");
        assertThat(filled.assets(1)).isEqualTo(filled.assets(0));
        assertThat(filled.names(2))
                .containsExactly("cs0.vtt", "empty0.vtt", "empty0.vtt", "cs1.vtt", "cs2.vtt", "cs3.vtt");
        assertThat(filled.playlist(2).duration())
                .isEqualByComparingTo(filled.playlist(0).duration());
        assertThat(filled.segments(2).stream().map(EffectiveSegment::discontinuitySequence))
                .startsWith(BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(3));
    }

    @Test
    void rule_45_I_frame_lists_are_spliced_or_their_lines_removed() {
        Stitched spliced = full(options().markers(MarkerStyle.CUE), Multivariants.full("a", "4"), "6");
        assertThat(spliced.multivariant().iFrameVariants()).hasSize(1);
        assertThat(spliced.assets(3)).isEqualTo(spliced.assets(0));

        Map<String, String> ad = Multivariants.full("a", "4");
        ad.put(
                "main.m3u8",
                Multivariants.FULL
                        .lines()
                        .filter(line -> !line.contains("I-FRAME"))
                        .collect(java.util.stream.Collectors.joining("\n", "", "\n")));
        Stitched dropped = full(options(), ad, "6");
        assertThat(dropped.multivariant().iFrameVariants()).isEmpty();
        assertThat(dropped.result().tracks()).hasSize(3);
        assertThat(dropped.plan().droppedTracks()).containsExactly(3);
    }

    @Test
    void rule_46_an_ad_that_is_used_twice_or_again_later_is_the_same_each_time() {
        Stitching stitching = Stitching.of(Playlists.ts("c", "6", "6"));
        String ad = Playlists.segments(
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"",
                "#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00Z",
                "#EXTINF:6,",
                "a0.ts");
        stitching.at("6", ad).at("end", ad);
        String first = stitching.stitch().text();

        assertThat(stitching.stitch().text()).isEqualTo(first);
        assertThat(stitching.at("start", ad).stitch().text()).isNotEqualTo(first);
        assertThat(stitching.presentation().reference().playlist().segments()).hasSize(2);
    }
}

package dev.hemstitch.ads.decision;

import static dev.hemstitch.ads.decision.Ads.ad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.vast.VastParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PodFitterTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Slate SLATE = Slate.of(
            "slate", ad("slate", Playlists.times(10, "2.0")).presentation().orElseThrow());

    private static OptionalLong seconds(double seconds) {
        return OptionalLong.of(Math.round(seconds * SECOND));
    }

    private static List<String> ids(List<Ad> ads) {
        return ads.stream().map(Ad::id).toList();
    }

    private static List<String> reasons(FittedPod pod) {
        return pod.leftOut().stream()
                .map(ad -> ad.id() + " " + ad.problem().orElseThrow())
                .toList();
    }

    private static Ad ofCreative(String id, String universalAdId, String... categories) {
        StringBuilder inside = new StringBuilder();
        for (String category : categories) {
            inside.append("<Category authority='iab'>").append(category).append("</Category>");
        }
        String creative = "<Creatives><Creative><UniversalAdId idRegistry='x'>" + universalAdId
                + "</UniversalAdId><Linear/></Creative></Creatives>";
        return ad(id, "10.0").withResponse(Ads.response(inside + creative));
    }

    /** An ad of always the same playlist. */
    private static Ad ofPlaylist(String adTag, String creativeTag) {
        String response = "<VAST version='4.2'>" + adTag + "<InLine><Creatives>" + creativeTag
                + "<Linear/></Creative></Creatives></InLine></Ad></VAST>";
        return ad("p", "1.0")
                .withResponse(
                        VastParser.create().parse(Ads.bytes(response)).ads().get(0));
    }

    @Test
    void rule_54_an_ad_that_does_not_fit_is_left_out_and_slate_fills_the_rest() {
        FittedPod pod = PodFitter.builder()
                .slate(SLATE)
                .build()
                .fit(seconds(70), List.of(ad("a", "40.0"), ad("b", "40.0")), List.of());
        assertThat(ids(pod.ads())).containsExactly("a");
        assertThat(ids(pod.slate())).containsExactly("slate", "slate");
        assertThat(pod.slateNanos()).isEqualTo(30 * SECOND);
        assertThat(reasons(pod)).containsExactly("b DOES_NOT_FIT");
        assertThat(pod.leftOut().get(0).message()).isEqualTo("the ad lasts 40.000 s, and 30.000 s are left");
        assertThat(ids(pod.all())).containsExactly("a", "slate", "slate", "b");
    }

    @Test
    void rule_54_a_break_that_no_ad_fits_stays_as_it_is() {
        FittedPod pod = PodFitter.builder().slate(SLATE).build().fit(seconds(30), List.of(ad("a", "40.0")), List.of());
        assertThat(pod.ads()).isEmpty();
        assertThat(pod.slate()).isEmpty();
        assertThat(reasons(pod)).containsExactly("a DOES_NOT_FIT");
    }

    @Test
    void rule_54_the_playlist_says_how_long_an_ad_is_not_the_response() {
        Ad ad = ad("a", "7.68", "7.68")
                .withResponse(Ads.response(
                        "<Creatives><Creative><Linear><Duration>00:00:15</Duration></Linear></Creative></Creatives>"));
        assertThat(PodFitter.DEFAULT.fit(seconds(15), List.of(ad), List.of()).ads())
                .isEmpty();
        PodFitter tolerant =
                PodFitter.builder().tolerance(Duration.ofMillis(360)).build();
        assertThat(tolerant.fit(seconds(15), List.of(ad), List.of()).adNanos()).isEqualTo(15_360_000_000L);
        PodFitter less = PodFitter.builder().tolerance(Duration.ofMillis(359)).build();
        assertThat(less.fit(seconds(15), List.of(ad), List.of()).ads()).isEmpty();
    }

    @Test
    void a_break_of_which_too_little_is_filled_is_left_as_it_is() {
        PodFitter fitter = PodFitter.builder()
                .maximumUnderfill(Duration.ofSeconds(8))
                .slate(SLATE)
                .build();
        FittedPod much = fitter.fit(seconds(30), List.of(ad("a", "22.0")), List.of());
        assertThat(ids(much.ads())).containsExactly("a");
        assertThat(much.slateNanos()).isEqualTo(8 * SECOND);
        FittedPod little = fitter.fit(seconds(30), List.of(ad("a", "21.9")), List.of());
        assertThat(little.ads()).isEmpty();
        assertThat(little.slate()).isEmpty();
        assertThat(reasons(little)).containsExactly("a BREAK_UNDERFILLED");
    }

    @Test
    void ads_beyond_the_most_are_left_out_and_so_are_those_without_duration() {
        PodFitter two = PodFitter.builder().maximumAds(2).build();
        FittedPod pod = two.fit(
                OptionalLong.empty(), List.of(ad("z", "0"), ad("a", "1.0"), ad("b", "1.0"), ad("c", "1.0")), List.of());
        assertThat(ids(pod.ads())).containsExactly("a", "b");
        assertThat(reasons(pod)).containsExactly("z AD_EMPTY", "c TOO_MANY_ADS");
        assertThatThrownBy(() -> PodFitter.builder().maximumAds(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PodFitter.builder().tolerance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_creative_plays_twice_unless_it_may() {
        List<Ad> pod = List.of(
                ofCreative("a", "u1"), ofCreative("b", "u2"), ofCreative("c", "u1"), ad("d", "1.0"), ad("d", "1.0"));
        FittedPod fitted = PodFitter.DEFAULT.fit(OptionalLong.empty(), pod, List.of());
        assertThat(ids(fitted.ads())).containsExactly("a", "b", "d");
        assertThat(reasons(fitted)).containsExactly("c DUPLICATE_CREATIVE", "d DUPLICATE_CREATIVE");
        assertThat(PodFitter.builder()
                        .allowDuplicates()
                        .build()
                        .fit(OptionalLong.empty(), pod, List.of())
                        .ads())
                .hasSize(5);
    }

    @Test
    void one_playlist_under_several_ids_is_several_creatives() {
        List<Ad> pod = List.of(
                ofPlaylist("<Ad id='a'>", "<Creative id='1'>"),
                ofPlaylist("<Ad id='a'>", "<Creative id='2'>"),
                ofPlaylist("<Ad id='b'>", "<Creative>"),
                ofPlaylist("<Ad id='c'>", "<Creative>"),
                ofPlaylist("<Ad>", "<Creative>"),
                ofPlaylist("<Ad id='d'>", "<Creative id='1'>"),
                ofPlaylist("<Ad id='c'>", "<Creative>"));
        FittedPod fitted = PodFitter.DEFAULT.fit(OptionalLong.empty(), pod, List.of());
        assertThat(fitted.ads()).containsExactlyElementsOf(pod.subList(0, 5));
        assertThat(fitted.leftOut()).hasSize(2);
    }

    @Test
    void an_unknown_universal_ad_id_makes_no_duplicates() {
        List<Ad> pod = List.of(ofCreative("a", "unknown"), ofCreative("b", "unknown"));
        assertThat(PodFitter.DEFAULT.fit(OptionalLong.empty(), pod, List.of()).ads())
                .hasSize(2);
    }

    @Test
    void ads_of_one_category_are_kept_apart_if_asked() {
        List<Ad> pod = List.of(
                ofCreative("a", "1", "IAB2-1"), ofCreative("b", "2", "IAB9", "IAB2-1"), ofCreative("c", "3", "IAB9"));
        FittedPod fitted = PodFitter.builder().separateCategories().build().fit(OptionalLong.empty(), pod, List.of());
        assertThat(ids(fitted.ads())).containsExactly("a", "c");
        assertThat(reasons(fitted)).containsExactly("b CATEGORY_REPEATED");
        assertThat(PodFitter.DEFAULT.fit(OptionalLong.empty(), pod, List.of()).ads())
                .hasSize(3);
    }

    @Test
    void a_substitute_takes_the_place_of_an_ad_that_cannot_play() {
        Ad broken = Ad.unavailable("broken", SkipReason.AD_UNAVAILABLE, "gone");
        Ad gone = Ad.unavailable("gone", SkipReason.AD_UNREADABLE, "bad");
        FittedPod pod = PodFitter.DEFAULT.fit(
                seconds(30),
                List.of(broken, ad("b", "10.0"), ad("c", "25.0")),
                List.of(gone, ad("long", "31.0"), ad("s1", "10.0"), ad("s2", "10.0"), ad("s3", "1.0")));
        assertThat(ids(pod.ads())).containsExactly("s1", "b", "s2");
        assertThat(reasons(pod)).containsExactly("broken AD_UNAVAILABLE", "gone AD_UNREADABLE", "c DOES_NOT_FIT");
    }

    @Test
    void slate_plays_as_often_as_it_fits_and_ends_at_a_segment_boundary() {
        assertThat(SLATE.fill(0)).isEmpty();
        assertThat(SLATE.fill(1_999_999_999L)).isEmpty();
        assertThat(SLATE.fill(5 * SECOND)).extracting(Ad::durationNanos).containsExactly(4 * SECOND);
        assertThat(SLATE.fill(27 * SECOND)).extracting(Ad::durationNanos).containsExactly(20 * SECOND, 6 * SECOND);
        assertThat(SLATE.fill(5 * SECOND).get(0).presentation().orElseThrow())
                .as("what was prepared of it is found again")
                .isSameAs(SLATE.fill(5 * SECOND).get(0).presentation().orElseThrow());
    }

    @Test
    void whatever_is_fitted_is_never_longer_than_the_break_and_every_ad_is_accounted_for() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            List<Ad> pod = new ArrayList<>();
            int count = random.nextInt(7);
            for (int j = 0; j < count; j++) {
                pod.add(ad("p" + j, (1 + random.nextInt(400)) / 10.0 + ""));
            }
            long length = random.nextInt(90_000) * 1_000_000L;
            FittedPod fitted = PodFitter.builder().slate(SLATE).build().fit(OptionalLong.of(length), pod, List.of());
            assertThat(fitted.adNanos() + fitted.slateNanos()).isLessThanOrEqualTo(length);
            assertThat(fitted.ads().size() + fitted.leftOut().size()).isEqualTo(count);
            if (!fitted.ads().isEmpty()) {
                assertThat(length - fitted.adNanos() - fitted.slateNanos()).isLessThan(2 * SECOND);
            }
            long left = length - fitted.adNanos();
            assertThat(pod.stream().filter(ad -> !fitted.ads().contains(ad))).allMatch(ad -> ad.durationNanos() > left);
        }
    }
}
